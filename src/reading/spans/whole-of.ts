import { compare, type Decimal, plus } from '../numerals/decimal.ts'
import type { Figure } from './figures.ts'
import { reading, type Span } from './span.ts'

/** Whether the parts are the whole, sums or counts as it is one. */
export function addUp(whole: Span, parts: readonly Span[]): boolean {
  const all = isAlike(whole, whole)
  const total = parts
    .map(part => isAlike(whole, part))
    .reduce<Decimal | undefined>((sum, one) => (sum && one ? plus(sum, one) : undefined), ZERO)
  return total !== undefined && all !== undefined && compare(total, all) === 0
}

const ZERO: Decimal = { digits: 0n, scale: 0 }

const isPositive = ({ values: [value], wholeDigits, inWords }: Figure['quantity']): boolean =>
  value !== undefined && value.digits > 0n && (wholeDigits > 0 || inWords)

/** A sum of a sum, a count of a count. */
export const isOfKind = (whole: Span, part: Span): boolean => isAlike(whole, part) !== undefined

/** The value of a figure that may be a part of the other. */
function isAlike(whole: Span, part: Span): Decimal | undefined {
  const [all, some] = [reading(whole, 'number'), reading(part, 'number')]
  if (all === undefined || some === undefined || reading(part, 'ratio')) return undefined
  const isSum = ({ quantity, unit }: Figure) => unit === 'dong' || quantity.scale >= 1000n
  const isOdd = [all, some].some(
    ({ quantity, unit }) =>
      unit === 'odd' || unit === 'percent' || quantity.garbled || quantity.values.length !== 1 || !isPositive(quantity),
  )
  return isOdd || isSum(all) !== isSum(some) ? undefined : some.quantity.values[0]
}
