import { Lexicon } from '../lexicon.ts'
import { onlyWhole } from '../numerals/decimal.ts'
import { readQuantity } from '../numerals/quantity.ts'
import { ONES } from '../numerals/words.ts'
import type { Token } from '../tokens.ts'

/** A year as said: itself, or counted from the present one. */
export type Year = { readonly value: number } | { readonly offset: number }
export type Found<T> = { readonly value: T; readonly length: number }

const RELATIVE = new Lexicon<number>([
  [0, 'năm nay|năm ni'],
  [-1, 'năm ngoái|năm trước'],
  [-2, 'năm kia'],
  [1, 'năm sau|năm tới|sang năm'],
])
const ZERO = new Lexicon([[true, 'không|linh|lẻ']])
const YEAR_WORD = new Lexicon([[true, 'năm']])

export const yearOf = (year: Year | undefined, present: number): number =>
  year === undefined ? present : 'value' in year ? year.value : present + year.offset

/** «năm 2024», «năm hai không hai tư», «năm ngoái», «2024» where `isBare` allows a year without its word. */
export function yearAt(tokens: readonly Token[], at: number, isBare: boolean): Found<Year> | undefined {
  const relative = RELATIVE.find(tokens, at)
  if (relative !== undefined && !(relative.meaning === 1 && isYear(tokens[at + relative.length])))
    return { value: { offset: relative.meaning }, length: relative.length }
  const lead = YEAR_WORD.find(tokens, at) === undefined ? 0 : 1
  if (lead === 0 && !isBare) return undefined
  if (isYear(tokens[at + lead])) return { value: { value: Number(tokens[at + lead]?.text) }, length: lead + 1 }
  // «q2 năm 24»
  const short = lead === 1 && /^2\d$/.test(tokens[at + 1]?.text ?? '') && isLastWord(tokens, at + 2)
  if (short) return { value: { value: 2000 + Number(tokens[at + 1]?.text) }, length: 2 }
  const spoken = lead === 1 ? spokenYear(tokens, at + 1) : undefined
  return spoken && { value: { value: spoken.value }, length: lead + spoken.length }
}

/** Nothing goes on behind it: «năm 24» is a year, «năm 24 mô hình» may be none. */
const isLastWord = (tokens: readonly Token[], at: number): boolean =>
  tokens[at] === undefined || /^(?:[,;:)]|ạ|nhé)$/.test(tokens[at]?.text ?? '')

/** «20 tháng chín hai không hai tư» */
const inFigures = (tokens: readonly Token[], at: number): Found<Year> | undefined => {
  const spoken = ZERO.find(tokens, at + 1) ? spokenYear(tokens, at) : undefined
  return spoken && { value: { value: spoken.value }, length: spoken.length }
}

/** The year behind a day, a month or a quarter: also «/2024», «-24», «, 2024». */
export function yearBehind(tokens: readonly Token[], at: number): Found<Year> | undefined {
  const said = yearAt(tokens, at, true) ?? inFigures(tokens, at)
  if (said !== undefined) return said
  const next = tokens[at + 1]
  if (!/^[/\-–.,\\]$/.test(tokens[at]?.text ?? '')) return undefined
  if (isYear(next)) return { value: { value: Number(next?.text) }, length: 2 }
  const isShort = tokens[at]?.text !== ',' && next?.glued && /^[2-3]\d$/.test(next.text) && !isGoingOn(tokens, at + 2)
  return isShort ? { value: { value: 2000 + Number(next.text) }, length: 2 } : undefined
}

export const isYear = (token: Token | undefined): boolean =>
  token?.kind === 'number' && /^(?:1[0-9]|20|21)\d\d$/.test(token.text)

const isGoingOn = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.glued === true && /^[/\-–%\p{L}]/u.test(tokens[at]?.text ?? '')

/** «hai không hai tư», «hai nghìn không trăm hai mươi tư», «hai nghìn hai tư». */
function spokenYear(tokens: readonly Token[], at: number): Found<number> | undefined {
  const figures = [0, 1, 2, 3].map(offset =>
    ZERO.find(tokens, at + offset) === undefined ? ONES.find(tokens, at + offset)?.meaning : 0,
  )
  const year = Number(figures.join(''))
  if (figures.every(figure => figure !== undefined) && year > 1900 && year < 2100) return { value: year, length: 4 }
  const [one, two] = [figures[0] === 2 ? figures[2] : undefined, figures[3]]
  if (one !== undefined && two !== undefined && /^(?:nghin|ngan)$/.test(tokens[at + 1]?.folded ?? ''))
    return { value: 2000 + one * 10 + two, length: 4 }
  const quantity = readQuantity(tokens, at)
  const value = Number(onlyWhole(quantity?.values) ?? 0n)
  return quantity !== undefined && value > 1900 && value < 2101 ? { value, length: quantity.length } : undefined
}
