import { type Decimal, times, whole } from './decimal.ts'
import { has, type Item, obstacle, quantitiesOf, readPhrase } from './phrase.ts'
import type { Quantity } from './quantity.ts'
import { ask, invalid, type Reading, read } from './result.ts'

/** Above this no sum of a local budget is meant: 9·10¹⁵ đồng (calendar.md §8). */
const MAX_VND = 9_000_000_000_000_000n
const MILLION = 1_000_000n
const BILLION = 1_000_000_000n

/**
 * A sum in whole đồng. Without a unit it is read only when it is plainly full đồng: six digits or more.
 * Fractions of a đồng are invalid; thousands of tỷ written with one dot («1.234 tỷ») are asked, since phones type 1,234 so.
 */
export function readMoney(text: string): Reading<bigint> {
  const items = readPhrase(
    text.replace(/\btr\s*\.\s*đ(?!\p{L})/giu, 'tr đ').replace(/(\d\s*)(?:trđ|trd)(?!\p{L})/giu, '$1tr đ'),
  )
  if (items === undefined) return invalid('tooLong')
  const quantities = quantitiesOf(items)
  const [first] = quantities
  if (first === undefined) {
    if (items.length === 0) return invalid('empty')
    return has(items, 'none') ? ask('noneOrZero', [0n]) : invalid('noAnswer')
  }
  const sums = quantities.map(quantity => readings(quantity, has(items, 'dong')))
  const candidates = [...new Set(sums.flatMap(sum => sum.values))].filter(value => value <= MAX_VND)
  if (items[0]?.mark === 'minus') return invalid('belowMin', { min: 0 })
  const why = obstacle(items)
  if (why !== undefined) return ask(why, why === 'garbled' ? [] : candidates)
  if (has(items, 'percent', 'over', 'fraction', 'noun')) return ask('wrongUnit', [])
  if (has(items, 'slash') || has(items, 'minus')) return ask('severalValues', candidates)
  if (quantities.some(quantity => quantity.openTail) && tailHasUnit(items)) return ask('twoReadings', candidates)
  if (sums.some(sum => sum.isMissingUnit)) return ask('missingUnit', candidates)
  if (sums.some(sum => sum.values.length > 1)) return ask('twoReadings', candidates)
  if (sums.some(sum => sum.values.length === 0)) return invalid('notWhole')
  if (new Set(sums.flatMap(sum => sum.values)).size > 1) {
    return ask(has(items, 'same') ? 'contradiction' : 'severalValues', candidates)
  }
  // «8 triệu 8 triệu»: said twice, or two sums that happen to be equal.
  if (quantities.length > 1 && !has(items, 'same')) return ask('severalValues', candidates)
  const [value] = candidates
  if (value === undefined) return invalid('aboveMax', { max: Number(MAX_VND) })
  return read(value, quantities.length === 1 && first.literal && !has(items, 'approx'))
}

/** «một tỷ hai trăm đồng»: with the unit behind it the open figure may be meant as it stands. */
const tailHasUnit = (items: readonly Item[]): boolean =>
  items.some((item, at) => 'quantity' in item && item.quantity.openTail && items[at + 1]?.mark === 'dong')

function readings(quantity: Quantity, hasDong: boolean): { values: bigint[]; isMissingUnit: boolean } {
  const inDong = (values: readonly Decimal[]) => [
    ...new Set(
      values.flatMap(value => {
        const sum = whole(value)
        return sum === undefined ? [] : [sum]
      }),
    ),
  ]
  if (quantity.scale > 1n) {
    const mayBeDecimal = quantity.singleDot && quantity.scale >= BILLION
    const values = mayBeDecimal
      ? quantity.values.flatMap(value => [value, { ...value, scale: value.scale + 3 }])
      : quantity.values
    return { values: inDong(values), isMissingUnit: false }
  }
  if (hasDong || (quantity.wholeDigits >= 6 && !quantity.inWords)) {
    return { values: inDong(quantity.values), isMissingUnit: false }
  }
  const scaled = quantity.values.flatMap(value => [
    times(value, MILLION),
    times(value, BILLION),
    times(value, 1000n),
    value,
  ])
  return { values: inDong(scaled), isMissingUnit: true }
}
