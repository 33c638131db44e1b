import { Lexicon } from '../lexicon.ts'
import { onlyWhole } from '../numerals/decimal.ts'
import { readQuantity } from '../numerals/quantity.ts'
import type { Token } from '../tokens.ts'
import { isAccented } from './accented.ts'
import { wholeBehind } from './amount.ts'
import { FILLERS, NOUNS } from './plain-words.ts'
import type { Meaning } from './span.ts'
import type { Found } from './year.ts'

const LEAD = new Lexicon([
  [
    true,
    'hạng|hạng thứ|thứ|thứ hạng|vị trí|vị trí thứ|vị trí số|vị thứ|xếp hạng|xếp thứ|xếp hạng thứ|đứng thứ|đứng hạng|hạng số',
  ],
])
const NAMED = new Lexicon<number>([
  [1, 'nhất'],
  [2, 'nhì'],
  [3, 'iii'],
  [2, 'ii'],
  [1, 'i'],
  [4, 'iv|tư'],
  [5, 'v'],
  [6, 'vi'],
])
const ALONE = new Lexicon<number>([
  [1, 'nhất|đứng đầu|dẫn đầu|đứng nhất'],
  [2, 'nhì'],
])

/** A place in an order, and of how many: «hạng 6», «thứ 6/19», «đứng thứ sáu trên 19 đơn vị», «nhất». */
export function placeAt(tokens: readonly Token[], at: number): Found<Meaning> | undefined {
  // «hôm thứ hai»
  if (tokens[at - 1]?.text === 'hôm') return undefined
  const lead = LEAD.find(tokens, at)
  if (lead === undefined) {
    const alone = isOfSome(tokens, at) || isSuperlative(tokens, at) ? undefined : ALONE.find(tokens, at)
    return alone && { value: { is: 'place', place: alone.meaning }, length: alone.length }
  }
  const from = at + lead.length + (tokens[at + lead.length]?.text === ':' ? 1 : 0)
  const named = NAMED.find(tokens, from)
  const quantity = named ? undefined : readQuantity(tokens, from)
  const value = onlyWhole(quantity?.values)
  const place = named?.meaning ?? (value === undefined ? undefined : Number(value))
  if (place === undefined) return undefined
  // «thu 73 triệu»: taken in, and no place.
  if (!lead.isExact && tokens[at]?.text === 'thu' && (place > 1_000 || isAccented(tokens))) return undefined
  const after = from + (named?.length ?? quantity?.length ?? 0)
  const all = wholeBehind(tokens, after)
  const of = onlyWhole(all?.value.values)
  const meaning: Meaning = { is: 'place', place, ...(of !== undefined && { of: Number(of) }) }
  return { value: meaning, length: after + (of === undefined ? 0 : (all?.length ?? 0)) - at }
}

/** «bận nhất», «em lười nhất»: how much, and no place. */
const isSuperlative = (tokens: readonly Token[], at: number): boolean => {
  const [before, first] = [tokens[at - 1], tokens[at]]
  return (
    /^(?:nhat|nhi)$/.test(first?.folded ?? '') &&
    before?.kind === 'word' &&
    !/^\p{Lu}/u.test(before.raw) &&
    !STANDS_BEFORE.test(before.text) &&
    FILLERS.find(tokens, at - 1) === undefined &&
    NOUNS.find(tokens, at - 1) === undefined
  )
}
const STANDS_BEFORE = /^(?:đứng|dung|xếp|xep|về|ve|giải|giai|giành|hạng|lên|thì|vẫn|lại|luôn|phường|xã|chắc)$/

/** «nhóm 5 đơn vị dẫn đầu», «một trong những phường đứng đầu» */
const isOfSome = (tokens: readonly Token[], at: number): boolean =>
  tokens.slice(Math.max(0, at - 9), at).some(({ folded }) => /^(?:nhom|top|nhung|trong|cac)$/.test(folded))
