import { foldedInPlace } from '../../../reading/folded-in-place.ts'
import { type Dossier, type Known, wanted, wordsIn } from './known.ts'

/** What a line names, and what is left of it. `guessed`: by some of its words only. */
export type Found =
  | { is: 'target'; known: Known; rest: string; guessed: boolean }
  | { is: 'several'; known: readonly Known[] }
  | { is: 'none' }

/** The target that a line names: by its code, its name, the number of its row, or words that only one has. Pure. */
export function findRow(text: string, dossier: Dossier): Found {
  return byCode(text, dossier) ?? byName(text, dossier) ?? byNumber(text, dossier) ?? byWords(text, dossier)
}

const codes = /(?<![\p{L}\p{N}/-])([a-z])\s?(\d{1,2})([a-e]?)(?![\p{L}\p{N}/])/giu

function byCode(text: string, dossier: Dossier): Found | null {
  const found = [...text.matchAll(codes)].flatMap(match => {
    const [whole, letter = '', digits = '', part = ''] = match
    const code = `${letter.toUpperCase()}${digits.padStart(2, '0')}${part.toLowerCase()}`
    const known = dossier.known.find(one => one.codes.includes(code))
    return known ? [{ known, at: match.index, length: whole.length }] : []
  })
  const [first] = found
  if (!first) return null
  const named = [...new Set(found.map(({ known }) => known))]
  const without = `${text.slice(0, first.at)} ${text.slice(first.at + first.length)}`
  const alsoNamed = namesIn(without, dossier).map(({ known }) => known)
  const all = [...new Set([...named, ...alsoNamed])]
  if (all.length > 1) return { is: 'several', known: all }
  return target(
    first.known,
    namesIn(without, dossier).reduce((rest, { at, length }) => blank(rest, at, length), without),
    false,
  )
}

function byName(text: string, dossier: Dossier): Found | null {
  const found = namesIn(text, dossier)
  const named = [...new Set(found.map(({ known }) => known))]
  const [first] = named
  if (!first) return null
  if (named.length > 1) return { is: 'several', known: named }
  return target(
    first,
    found.reduce((rest, { at, length }) => blank(rest, at, length), text),
    false,
  )
}

/** Names that stand whole in the text; one within a longer one is not meant. */
function namesIn(text: string, { known }: Dossier): { known: Known; at: number; length: number }[] {
  const folded = foldedInPlace(text)
  const joined = ` ${wordsIn(text).join(' ')} `
  const all = known.flatMap(one =>
    one.name.split('; ').flatMap(name => {
      const looked = wanted(name)
      const match = joined.includes(looked.joined) ? looked.whole.exec(folded) : null
      return match ? [{ known: one, at: match.index, length: match[0].length }] : []
    }),
  )
  return all.filter(
    one =>
      !all.some(
        other =>
          other !== one &&
          other.length > one.length &&
          other.at <= one.at &&
          other.at + other.length >= one.at + one.length,
      ),
  )
}

function byNumber(text: string, dossier: Dossier): Found | null {
  const match =
    /^\s*(?:(?:sửa|sua|sửa lại|đổi|ghi)\s+)?(?:(?:câu|dòng|số|mục|cau|dong|so|muc)\s+)?(?:số\s+)?(\d{1,2})\s*[.:)\]=–-]\s+|^\s*(?:(?:sửa|sua|sửa lại|đổi)\s+(?:câu|dòng|số|mục|cau|dong|so|muc)?|(?:câu|dòng|mục|cau|dong|muc))\s*(?:số\s+)?(\d{1,2})\s*[.:)\]=–-]?\s+(?:(?:thành|là|lại|thanh|la)\s+)?|^\s*(\d{1,2})\s*[:)=]\s*/iu.exec(
      text,
    )
  if (!match) return null
  const n = Number(match[1] ?? match[2] ?? match[3])
  const known = dossier.known.find(({ row }) => row?.n === n)
  const rest = text.slice(match[0].length)
  if (!known || rest.trim() === '') return null
  // «1. Số hóa … 15/20» is somebody's own list: what it names comes first.
  const named = byWords(rest, dossier)
  return named.is === 'none' ? target(known, rest, false) : named
}

/** Words that say nothing of the target. */
const common = new Set(
  'da dang chua co khong va cua cho cac la thi ty le so tong dat duoc den nay tinh ngay thang quy nam ket qua ve tren o nhu sau don vi bao cao gui nop xin roi xong het da dung su trong tai nay phat sinh giu nguyen ly do vi'.split(
    ' ',
  ),
)

/** Words that only one target has, in its name or in the plan's words for it. One word alone counts with the word beside it. */
function byWords(text: string, dossier: Dossier): Found {
  const words = wordsIn(text).filter(word => /\p{L}/u.test(word))
  const content = words.filter(word => word.length > 1 && !common.has(word))
  const [alone] = content
  const pairs = content.length === 1 && alone !== undefined ? pairsWith(words, alone) : []
  if (content.length < 2 && pairs.length === 0) return { is: 'none' }
  const names = (source: string): boolean => {
    const { words: theirs, joined } = wanted(source)
    if (pairs.length > 0) return pairs.some(pair => joined.includes(` ${pair} `))
    return content.every(word => theirs.has(word))
  }
  const all = dossier.known.filter(({ name, words: more }) => [...name.split('; '), ...more].some(names))
  // Nobody means what is not theirs to report where something that is has the same words.
  const rows = all.filter(({ row }) => row !== null)
  const found = rows.length > 0 ? rows : all
  const [only, ...others] = found
  if (!only) return { is: 'none' }
  if (others.length > 0) return { is: 'several', known: found }
  return target(only, text, true)
}

/** The word with the one before and the one behind it, where these are no figures. */
function pairsWith(words: readonly string[], alone: string): string[] {
  const at = words.indexOf(alone)
  const [before, after] = [words[at - 1], words[at + 1]]
  return [...(before ? [`${before} ${alone}`] : []), ...(after ? [`${alone} ${after}`] : [])]
}

function target(known: Known, left: string, guessed: boolean): Found {
  const rest = left.replace(/^[\s:=.\-–—,|)>]+|[\s:=.,|]+$/gu, '').replace(/\s+/g, ' ')
  // The number of somebody's own list.
  return { is: 'target', known, rest: rest.replace(/^\d{1,3}[.)] (?=.)/, ''), guessed }
}

function blank(text: string, at: number, length: number): string {
  return `${text.slice(0, at)}${' '.repeat(length)}${text.slice(at + length)}`
}
