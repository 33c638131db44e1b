import { fold } from '../../reading/text.ts'

/** Words that nearly every title holds; they say nothing about being alike. */
const common: ReadonlySet<string> = new Set(
  'mo hinh giai phap sang kien cach lam hay ung dung cong nghe thong tin ve va cua trong tai cho cac voi tren den tu de theo'.split(
    ' ',
  ),
)

/** A title as it is searched and compared: words without accents and signs, one space between. */
export function foldTitle(title: string): string {
  return fold(title)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** The words of a folded title that tell it from others; all of them when nothing else is left. */
export function tellingWords(folded: string): string[] {
  const words = [...new Set(folded.split(' ').filter(word => word !== ''))]
  const telling = words.filter(word => !common.has(word))
  return telling.length > 0 ? telling : words
}

/**
 * How alike two folded titles are, from 0 to 1: the share of common words (Dice), or, when one title of at least four
 * words is nearly contained in the other, the share of the shorter one. Order, accents and signs do not matter.
 */
export function likeness(one: string, other: string): number {
  const a = new Set(tellingWords(one))
  const b = new Set(tellingWords(other))
  const shorter = Math.min(a.size, b.size)
  if (shorter === 0) return 0
  const shared = [...a].filter(word => b.has(word)).length
  const dice = (2 * shared) / (a.size + b.size)
  return shorter >= 4 ? Math.max(dice, (shared / shorter) * 0.8) : dice
}

const alikeFrom = 0.6

/** The titles that are so much alike that a person should look, nearest first. */
export function mostAlike<T extends { titleFolded: string }>(title: string, among: readonly T[], limit: number): T[] {
  const wanted = foldTitle(title)
  return among
    .map(other => ({ other, likeness: likeness(wanted, foldTitle(other.titleFolded)) }))
    .filter(found => found.likeness >= alikeFrom)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, limit)
    .map(found => found.other)
}
