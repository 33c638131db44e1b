import { compare, type Decimal, shortest, whole } from './decimal.ts'
import { has, type Item, obstacle, quantitiesOf, readPhrase } from './phrase.ts'
import { ask, invalid, type Reading, read } from './result.ts'

export type { Decimal } from './decimal.ts'

/** A plain number, Vietnamese writing; the value has the shortest scale. Negative numbers are read. */
export function readDecimal(text: string): Reading<Decimal> {
  const items = readPhrase(text)
  if (items === undefined) return invalid('tooLong')
  const quantities = quantitiesOf(items)
  const [first] = quantities
  if (first === undefined || (first.vague && quantities.length === 1 && has(items, 'dontKnow'))) {
    return withoutNumber(items)
  }
  const negative = items[0]?.mark === 'minus'
  const sign = (value: Decimal): Decimal => shortest(negative ? { ...value, digits: -value.digits } : value)
  const candidates = distinct(quantities.flatMap(quantity => quantity.values.map(sign)))
  const why = obstacle(items)
  if (why !== undefined) return ask(why, why === 'bound' || why === 'garbled' ? candidates.slice(0, 1) : candidates)
  if (has(items, 'slash', 'over', 'fraction', 'percent', 'dong')) return ask('wrongUnit')
  if (items.filter(item => item.mark === 'minus').length > (negative ? 1 : 0)) return ask('garbled')
  if (quantities.some(quantity => quantity.values.length > 1)) return ask('twoReadings', candidates)
  const [value] = candidates
  if (value === undefined) return ask('garbled')
  if (candidates.length > 1 || (quantities.length > 1 && !has(items, 'same')))
    return ask(has(items, 'same') ? 'contradiction' : 'severalValues', candidates)
  if (isHiddenScale(first)) return ask('twoReadings', candidates)
  const literal = quantities.length === 1 && first.literal && !has(items, 'approx')
  return first.inWords && value.scale === 1 && value.digits === 5n && first.length < 3 && first.scale === 1n
    ? ask('garbled')
    : read(value, literal)
}

/** «một tỷ hai trăm» as a plain number: 1,2 tỷ or 1.000.000.200. */
const isHiddenScale = (quantity: { openTail: boolean; scale: bigint; values: readonly Decimal[] }): boolean => {
  const value = quantity.values[0] === undefined ? undefined : whole(quantity.values[0])
  if (!quantity.openTail || value === undefined || quantity.scale < 1_000_000n) return false
  return (value % quantity.scale) % (quantity.scale / 10n) !== 0n || (value / (quantity.scale / 10n)) % 10n === 0n
}

function withoutNumber<T>(items: readonly Item[]): Reading<T> {
  if (items.length === 0) return invalid('empty')
  if (has(items, 'dontKnow')) return invalid('noAnswer')
  return has(items, 'none') ? ask('noneOrZero') : invalid('noAnswer')
}

const distinct = (values: readonly Decimal[]): Decimal[] =>
  values.filter((value, at) => values.findIndex(other => compare(other, value) === 0) === at)

/** A count. Guarantees a safe integer within the bounds given. A fraction, or a number that is too great, is invalid. */
export function readInteger(
  text: string,
  { min = 0, max = Number.MAX_SAFE_INTEGER }: { min?: number; max?: number } = {},
): Reading<number> {
  const reading = readDecimal(text)
  const fits = (value: Decimal): number[] => {
    const integer = whole(value)
    return integer !== undefined && integer >= BigInt(min) && integer <= BigInt(max) ? [Number(integer)] : []
  }
  if (!reading.ok) {
    if (reading.kind === 'invalid') return reading
    return ask(reading.why, reading.why === 'noneOrZero' && min <= 0 ? [0] : reading.candidates.flatMap(fits))
  }
  const integer = whole(reading.value)
  if (integer === undefined) return invalid('notWhole')
  if (integer < BigInt(min)) return invalid('belowMin', { min })
  if (integer > BigInt(max)) return invalid('aboveMax', { max })
  return read(Number(integer), reading.literal)
}
