import { compare, type Decimal, decimal } from './decimal.ts'
import { has, type Item, obstacle, quantitiesOf, readPhrase } from './phrase.ts'
import type { Quantity } from './quantity.ts'
import { ratioIn, withoutPercent } from './ratio.ts'
import { ask, invalid, type Reading, read } from './result.ts'
import type { Share } from './share.ts'

/**
 * A percent, exact: «80,5%» is 805/1000, «17/20» stays 17/20. A bare number is percent; a bare fraction below 1 is asked.
 * `max` is in percent; above it the answer is invalid.
 */
export function readPercent(text: string, { max }: { max?: number } = {}): Reading<Share> {
  const items = readPhrase(text)
  if (items === undefined) return invalid('tooLong')
  const quantities = quantitiesOf(items)
  const [first] = quantities
  if (first === undefined) {
    if (items.length === 0) return invalid('empty')
    return has(items, 'none') && !has(items, 'dontKnow')
      ? ask('noneOrZero', [{ numerator: 0n, denominator: 100n }])
      : invalid('noAnswer')
  }
  if (items[0]?.mark === 'minus') return invalid('belowMin', { min: 0 })
  const ratio = ratioIn(items)
  if (ratio !== undefined) return fromRatio(ratio, max)
  const shares = quantities.flatMap(quantity => quantity.values.map(percentOf))
  const why = obstacle(items)
  if (why !== undefined) return ask(why, why === 'garbled' ? [] : shares)
  if (has(items, 'slash', 'over', 'fraction', 'dong', 'noun', 'minus')) return ask('wrongUnit')
  if (items.filter(item => item.mark === 'percent').length > quantities.length) return ask('garbled')
  if (first.scale > 1n) return ask('wrongUnit')
  if (quantities.length > 1) return severalPercents(quantities, items)
  return fromOne(first, has(items, 'percent'), has(items, 'approx'), max)
}

function fromRatio(ratio: Reading<Share>, max: number | undefined): Reading<Share> {
  if (!ratio.ok) return ratio
  const { numerator, denominator } = ratio.value
  return max !== undefined && exceeds({ digits: numerator * 100n, scale: 0 }, max, denominator)
    ? invalid('aboveMax', { max })
    : ratio
}

function severalPercents(quantities: readonly Quantity[], items: readonly Item[]): Reading<Share> {
  const values = quantities.flatMap(quantity => quantity.values)
  const [value] = values
  const same = value !== undefined && values.every(other => compare(other, value) === 0)
  if (same && has(items, 'same') && withoutPercent(items)) return read(percentOf(value), false)
  return ask(has(items, 'same') ? 'contradiction' : 'severalValues', values.map(percentOf))
}

function fromOne(quantity: Quantity, hasSign: boolean, isApprox: boolean, max: number | undefined): Reading<Share> {
  const [value] = quantity.values
  if (value === undefined) return ask('garbled')
  if (quantity.inWords && value.digits === 5n && value.scale === 1 && quantity.length < 3 && !hasSign) {
    return read({ numerator: 1n, denominator: 2n }, false)
  }
  const top = max ?? 10_000
  if (quantity.singleDot && exceeds(value, Math.min(top, 1_000), 1n)) {
    // «79.996%» and «80.500» are no thousands; whether the dot was meant as a comma is for the writer to say.
    const meant = { ...value, scale: value.scale + 3 }
    if (max === undefined || (!exceeds(meant, max, 1n) && compare(meant, decimal(2)) > 0))
      return ask('twoReadings', [percentOf(meant)])
  }
  if (
    quantity.values.length > 1 &&
    (value.digits % 10n === 0n || quantity.values.some(v => v.scale === 0 && !exceeds(v, top, 1n)))
  ) {
    return ask('twoReadings', quantity.values.map(percentOf))
  }
  if (!hasSign && value.digits > 0n && compare(value, decimal(1)) < 0) {
    return ask('twoReadings', [{ numerator: value.digits, denominator: 10n ** BigInt(value.scale) }, percentOf(value)])
  }
  if (max !== undefined && exceeds(value, max, 1n)) return invalid('aboveMax', { max })
  return read(percentOf(value), quantity.literal && !isApprox)
}

const percentOf = (value: Decimal): Share => ({
  numerator: value.digits,
  denominator: 100n * 10n ** BigInt(value.scale),
})

/** value ÷ denominator > max */
function exceeds(value: Decimal, max: number, denominator: bigint): boolean {
  const limit = decimal(BigInt(Math.round(max * 1_000_000)) * denominator, 6)
  return compare(value, limit) > 0
}
