import { retyped } from '../telex.ts'
import { fold } from '../text.ts'
import type { Token } from '../tokens.ts'

const NUMERALS = ['nghin', 'trieu', 'tram', 'muoi', 'phay', 'ty', 'ngan', 'chuc', 'ruoi', 'van']
/** Words of their own, a letter away from a scale. */
const OTHERS = new Set('chúc nghen nhen rùi chứ chu nghiên nghỉ nghi nghị nghĩa triều muốn trong trên'.split(' '))

/**
 * Whether a word behind a figure may be a scale with a slip of the finger: «triệuu», «tiệu», «nghìnn», «trieeuj». What stands there
 * would make the figure a thousand times another.
 */
export function nearNumeral({ text, folded }: Token): boolean {
  if (OTHERS.has(text)) return false
  if (/^t+r+$|^t+[yi]+$/.test(folded) && folded.length > 2) return true
  const meant = fold(retyped(folded))
  return NUMERALS.some(numeral => meant === numeral || (numeral.length > 3 && isOneSlip(folded, numeral)))
}

/** One letter more, less, another, or two exchanged. */
function isOneSlip(typed: string, word: string): boolean {
  if (Math.abs(typed.length - word.length) > 1 || typed === word) return typed === word
  let from = 0
  while (from < word.length && typed[from] === word[from]) from += 1
  let end = 0
  while (end < Math.min(word.length, typed.length) - from && typed.at(-1 - end) === word.at(-1 - end)) end += 1
  const [left, right] = [typed.length - from - end, word.length - from - end]
  return (
    Math.max(left, right) <= 1 ||
    (left === 2 && right === 2 && typed[from] === word[from + 1] && typed[from + 1] === word[from])
  )
}
