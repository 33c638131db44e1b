import { Lexicon } from '../lexicon.ts'
import { compare, decimal, half, plus, times } from '../numerals/decimal.ts'
import { type Quantity, readQuantity } from '../numerals/quantity.ts'
import { ONES } from '../numerals/words.ts'
import type { Token } from '../tokens.ts'
import { TITLES } from './capital-name.ts'
import { nearNumeral } from './near-numeral.ts'
import { DONG, FILLERS, FIXED_PHRASES, NOUNS, ODD_UNITS, PERCENT_WORDS } from './plain-words.ts'
import type { Meaning, Unit } from './span.ts'
import { type Found, yearAt } from './year.ts'

const JOINT = new Lexicon([
  [true, 'trên|trên tổng|trên tổng số|trong|trong tổng|trong tổng số|trong số|trên số|trên tổng cộng|phần'],
])
const SCALES = new Lexicon<bigint>([
  [1000n, 'nghìn|ngàn'],
  [1_000_000n, 'triệu|tr|trđ|trd|triệuđồng'],
  [1_000_000_000n, 'tỷ|tỉ'],
])
/** «17 / tổng 20» */
const TOTAL = new Lexicon([[true, 'tổng|tổng số|tổng cộng']])
/** «ĐVT triệu đồng: 640»: the unit that a table says above its figures. */
const UNIT_SAID = new Lexicon([[true, 'đvt|đơn vị|đơn vị tính']])
const SLASH = /^[/\\⁄∕]$/

/** A figure with what stands behind it, or a ratio of two: «640 triệu đồng», «85%», «12 hồ sơ», «17/20», «17 hồ sơ trên 20». */
export function amountAt(tokens: readonly Token[], at: number): Found<Meaning> | undefined {
  const quantity = readQuantity(tokens, at)
  if (quantity === undefined) return undefined
  // A telephone number.
  if (
    /^0\d{8,}$/.test(tokens[at]?.text ?? '') ||
    (tokens[at - 1]?.text === '+' && /^84\d{9}$/.test(tokens[at]?.text ?? ''))
  )
    return { value: number(quantity, 'odd'), length: quantity.length }
  const isAfterTitle =
    TITLES.find(tokens, at - 1) !== undefined &&
    (ONES.find(tokens, at)?.meaning ?? 1) > 1 &&
    ONES.find(tokens, at + 1) !== undefined
  if (isAfterTitle) return { value: number(quantity, 'odd'), length: quantity.length }
  const unit = unitAt(tokens, at + quantity.length, quantity)
  const isSpaced = quantity.length > 1 && !quantity.inWords
  const whole = wholeBehind(tokens, at + quantity.length + (unit.value === 'noun' ? unit.length : 0), isSpaced)
  if (whole !== undefined && !quantity.vague && unit.value !== 'dong' && unit.value !== 'percent') {
    const length = quantity.length + (unit.value === 'noun' ? unit.length : 0) + whole.length
    const literal = SLASH.test(tokens[at + quantity.length]?.text ?? '')
    const isSum =
      whole.value.scale > 1n ||
      quantity.scale > 1n ||
      (DONG.find(tokens, at + length) !== undefined && tokens[at + length + 1]?.folded !== 'chi')
    const isFraction = tokens[at + length - whole.length]?.folded === 'phan' && isTenAtMost(whole.value)
    const ratio = { is: 'ratio', numerator: quantity, denominator: whole.value, literal } as const
    if (!isSum) return { value: isFraction ? { ...ratio, isFraction } : ratio, length }
  }
  const scaled = inBrackets(tokens, at + quantity.length, quantity)
  if (scaled !== undefined) return { value: number(scaled.value, 'dong'), length: quantity.length + scaled.length }
  const length = quantity.length + unit.length
  // «bảy mươi lăm phần trăm rưỡi»
  return unit.value === 'percent' && HALF.find(tokens, at + length) !== undefined
    ? { value: number(withHalf(quantity), unit.value), length: length + 1 }
    : { value: number(quantity, unit.value), length }
}

const HALF = new Lexicon([[true, 'rưỡi|rưởi']])

const withHalf = (quantity: Quantity): Quantity => ({
  ...quantity,
  values: quantity.values.map(value => plus(value, half(1n))),
  literal: false,
})

/** «ĐVT triệu đồng: 640», «(đơn vị tính: triệu đồng) 1.250» */
export function amountInUnitAt(tokens: readonly Token[], at: number): Found<Meaning> | undefined {
  let to = at + (UNIT_SAID.find(tokens, at)?.length ?? 0)
  if (to === at) return undefined
  if (tokens[to]?.text === ':') to += 1
  const scale = SCALES.find(tokens, to)
  const dong = DONG.find(tokens, to + (scale?.length ?? 0))
  if (scale === undefined && dong === undefined) return undefined
  to += (scale?.length ?? 0) + (dong?.length ?? 0)
  while (/^[:).;,–-]$/.test(tokens[to]?.text ?? '')) to += 1
  // «ĐVT: nghìn đồng. Tổng chi 865.400», «…; cộng: 850.000»
  if (tokens[to]?.text === 'cộng' && tokens[to + 1]?.text === ':') to += 1
  for (let filler = FILLERS.find(tokens, to); filler; filler = FILLERS.find(tokens, to)) to += filler.length
  while (tokens[to]?.text === ':') to += 1
  const quantity = readQuantity(tokens, to)
  // «ĐVT triệu đồng: 640.000.000»: in millions, or in full?
  if (quantity === undefined || quantity.scale > 1n || quantity.vague || quantity.wholeDigits > 6) return undefined
  // «ĐVT triệu đồng 8 tháng …»: the figure opens a period.
  if (/^(?:thang|nam|ngay|quy|gio)$/.test(tokens[to + quantity.length]?.folded ?? '')) return undefined
  const values = quantity.values.map(value => times(value, scale?.meaning ?? 1n))
  const meant = { ...quantity, values, scale: scale?.meaning ?? 1n, literal: false }
  return { value: number(meant, 'dong'), length: to + quantity.length - at }
}

const number = (quantity: Quantity, unit: Unit): Meaning => ({ is: 'number', quantity, unit, owner: 'nothing' })

/** «/20», «trên tổng số 20»: the whole of which a figure is a part. `isSpaced`: that is written «1 180», and so may be the whole. */
export function wholeBehind(tokens: readonly Token[], at: number, isSpaced = false): Found<Quantity> | undefined {
  const slash = SLASH.test(tokens[at]?.text ?? '')
  // «23 được trên 25»
  const done = !slash && JOINT.find(tokens, at + 1) !== undefined && DONE.find(tokens, at) !== undefined ? 1 : 0
  const lead = slash
    ? 1 + (TOTAL.find(tokens, at + 1)?.length ?? 0)
    : withDone(JOINT.find(tokens, at + done)?.length, done)
  if (lead === 0 || PERCENT_WORDS.find(tokens, at) !== undefined) return undefined
  if (isOfYear(tokens, at + lead)) return undefined
  // «5/8 640 triệu»: behind a slash without spaces only the figure without spaces is the whole.
  const isTight =
    slash && tokens[at]?.glued === true && tokens[at + 1]?.glued === true && tokens[at + 2]?.kind === 'number'
  const quantity =
    isTight && !isSpaced ? readQuantity(tokens.slice(at + 1, at + 2), 0) : readQuantity(tokens, at + lead)
  return quantity === undefined || quantity.vague ? undefined : { value: quantity, length: lead + quantity.length }
}

/** «trong năm 2024», «3 nhiệm vụ trong năm (nay)» are a year, «3 trong năm đơn vị» are five. */
const isOfYear = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.folded === 'nam' &&
  (tokens[at + 1]?.kind === 'number' ||
    yearAt(tokens, at, false) !== undefined ||
    (tokens[at - 1]?.folded === 'trong' &&
      readQuantity(tokens, at)?.length === 1 &&
      NOUNS.find(tokens, at + 1) === undefined))

const isTenAtMost = ({ values }: Quantity): boolean => values.every(value => compare(value, decimal(10)) <= 0)

const DONE = new Lexicon([[true, 'được|đạt|xong']])
const withDone = (length: number | undefined, done: number): number => (length === undefined ? 0 : length + done)

/** What stands behind a figure, as far as it belongs to it. */
function unitAt(tokens: readonly Token[], at: number, quantity: Quantity): Found<Unit> {
  const next = tokens[at]
  if (next?.text === '%') {
    const isDouble = tokens[at + 1]?.text === '%'
    return { value: isDouble ? 'odd' : 'percent', length: isDouble ? 2 : 1 }
  }
  const percent = PERCENT_WORDS.find(tokens, at)
  if (percent !== undefined) return { value: 'percent', length: percent.length }
  if (next?.text === '₫') return { value: 'dong', length: 1 }
  if (/^[$€£¥]$/.test(next?.text ?? '')) return { value: 'odd', length: 1 }
  // «640 tr.đ»
  if (next?.text === '.' && next.glued && tokens[at + 1]?.text === 'đ') return { value: 'dong', length: 2 }
  // «12 ngày 5/3», «12 năm 2024»: what begins a day or a year is no unit.
  if (/^(?:ngay|nam)$/.test(next?.folded ?? '') && tokens[at + 1]?.kind === 'number')
    return { value: 'nothing', length: 0 }
  // «1 tỷ 3 anh nhé» counts no pictures.
  const named = next?.text === 'anh' ? undefined : NOUNS.find(tokens, at)
  // «36.000.000.000 kế hoạch vốn»
  const noun = (FILLERS.find(tokens, at)?.length ?? 0) > (named?.length ?? 0) ? undefined : named
  const dong = DONG.find(tokens, at)
  // «12 do thiếu người» is no dollar, «12 e cảm ơn» no letter of it.
  const odd = next?.text === 'do' || (next?.text === 'e' && !next.glued) ? undefined : ODD_UNITS.find(tokens, at)
  if (dong !== undefined && (noun === undefined || noun.length <= dong.length))
    return { value: 'dong', length: dong.length }
  if (noun !== undefined && noun.length >= (odd?.length ?? 0)) {
    // «bảy cái kế hoạch»
    const thing = /^(?:cai|chiec|ban)$/.test(next?.folded ?? '') ? NOUNS.find(tokens, at + noun.length) : undefined
    return { value: 'noun', length: noun.length + (thing?.length ?? 0) }
  }
  if (odd !== undefined) return { value: 'odd', length: odd.length }
  if (next?.kind !== 'word') return { value: quantity.garbled ? 'odd' : 'nothing', length: 0 }
  if (
    (next.glued && !/^(?:ạ|nhé|nha)$/.test(next.text)) ||
    (nearNumeral(next) && FIXED_PHRASES.find(tokens, at) === undefined)
  )
    return { value: 'odd', length: 1 }
  return { value: 'nothing', length: 0 }
}

/** «640 (triệu đồng)», «45.600 (ĐVT: nghìn đồng)», as in the heading of a table. */
function inBrackets(tokens: readonly Token[], at: number, quantity: Quantity): Found<Quantity> | undefined {
  if (tokens[at]?.text !== '(' || quantity.scale !== 1n) return undefined
  const said = UNIT_SAID.find(tokens, at + 1)?.length ?? 0
  const from = at + 1 + said + (said > 0 && tokens[at + 1 + said]?.text === ':' ? 1 : 0)
  const scale = SCALES.find(tokens, from)
  if (scale === undefined) return undefined
  const to = from + scale.length
  const dong = DONG.find(tokens, to)?.length ?? 0
  if (tokens[to + dong]?.text !== ')') return undefined
  const values = quantity.values.map(value => times(value, scale.meaning))
  return { value: { ...quantity, values, scale: scale.meaning, literal: false }, length: to + dong + 1 - at }
}
