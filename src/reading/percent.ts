import { isOtherShare } from './fields/not-this-share.ts'
import { isBareYear, isClosedMoney, isCount, isNought, isOtherMeaning, isPercent } from './fields/other-meanings.ts'
import { nothingTaken, refused, withoutNone } from './fields/refusing.ts'
import { type Survey, survey } from './fields/survey.ts'
import { type Line, readLine } from './line.ts'
import { compare, type Decimal, decimal } from './numerals/decimal.ts'
import { ratioIn } from './ratio.ts'
import { ask, invalid, type Reading, read } from './result.ts'
import type { Share } from './share.ts'
import { type Meaning, reading } from './spans/span.ts'
import { MAX_SHORT_ANSWER } from './text.ts'

const NONE: Share = { numerator: 0n, denominator: 100n }

/** «không phần trăm» */
const NO_PERCENT = /^(?:dạ |đạt |được |là )*(?:không|ko) (?:phần trăm|%)(?: nào)?(?: ạ| nhé)?(?:[.,;!]|$)/iu

type Figure = Extract<Meaning, { is: 'number' }>

/**
 * A percent, exact: «80,5%» is 805/1000, «17/20» stays 17/20. A bare number is percent; a bare fraction below 1 is asked.
 * `max` is in percent; above it the answer is invalid.
 */
export function readPercent(text: string, { max }: { max?: number } = {}): Reading<Share> {
  if (text.length > MAX_SHORT_ANSWER) return invalid('tooLong')
  const line = readLine(text)
  if (NO_PERCENT.test(line.text) && !/\d/.test(line.text)) return read(NONE, false)
  const ratio = ratioIn(line)
  if (ratio !== undefined) return fromRatio(ratio, max)
  const hasSign = line.spans.some(span => span.readings.some(isPercent))
  const found = survey(line, {
    take: span => {
      const figure = reading(span, 'number')
      if (figure === undefined || span.readings.some(isOtherMeaning)) return undefined
      return hasSign ? (figure.unit === 'percent' ? figure : undefined) : figure
    },
    isContext: meaning =>
      isOtherMeaning(meaning) || (hasSign && (isClosedMoney(meaning) || isCount(meaning) || isBareYear(meaning))),
  })
  const [first] = found.own
  if (first === undefined) return nothingTaken(line, found, [NONE])
  if (found.own.length === 1 && isOtherShare(line)) return ask('unsure')
  return first.unit === 'nothing' && isCounted(line) ? ask('wrongUnit') : decide(found, first, max)
}

/** «4 tại chỗ», «2 ca»: of whatever the word behind the bare figure means, and no percent. */
const isCounted = ({ spans }: Line): boolean =>
  spans.some((span, at) => {
    const next = spans[at + 1]
    const isBare = reading(span, 'number')?.unit === 'nothing' && !span.readings.some(isOtherMeaning)
    return isBare && next !== undefined && reading(next, 'word') !== undefined
  })

function fromRatio(ratio: Reading<Share>, max: number | undefined): Reading<Share> {
  if (!ratio.ok) return ratio
  const { numerator, denominator } = ratio.value
  return max !== undefined && exceeds({ digits: numerator * 100n, scale: 0 }, max, denominator)
    ? invalid('aboveMax', { max })
    : ratio
}

function decide(found: Survey<Figure>, first: Figure, max: number | undefined): Reading<Share> {
  const { own, operators, isPlain } = found
  if (operators.has('minus')) return invalid('belowMin', { min: 0 })
  const values = own.flatMap(({ quantity }) => quantity.values)
  const [only, ...more] = values
  const isOver = only !== undefined && max !== undefined && exceeds(only, max, 1n) && !isGrouped(first)
  // «104,5% dự toán, vượt thu»
  if (
    isOver &&
    more.length === 0 &&
    first.unit === 'percent' &&
    [...operators].every(one => one === 'bound' || one === 'approx')
  )
    return invalid('aboveMax', { max })
  const no = refused(withoutNone(found, own.every(isNought)), own.some(isOdd), values.map(percentOf))
  if (no !== undefined) return no
  if (own.some(({ quantity, unit }) => quantity.scale > 1n || unit === 'dong' || unit === 'noun'))
    return ask('wrongUnit')
  const [value] = values
  if (own.length > 1) {
    const isSame = operators.has('same')
    const areEqual = value !== undefined && values.every(other => compare(other, value) === 0)
    return areEqual && isSame ? read(percentOf(value), false) : ask(isSame ? 'contradiction' : 'severalValues')
  }
  return fromOne(first, max, isPlain && !operators.has('approx'))
}

/** «80.125%» is no thousands. */
const isGrouped = ({ quantity }: Figure): boolean => quantity.singleDot

const isOdd = ({ quantity, unit, owner }: Figure): boolean =>
  quantity.garbled || quantity.vague || unit === 'odd' || (unit === 'nothing' && owner !== 'nothing')

function fromOne({ quantity, unit }: Figure, max: number | undefined, isPlain: boolean): Reading<Share> {
  const [value] = quantity.values
  const hasSign = unit === 'percent'
  if (value === undefined) return ask('garbled')
  if (quantity.inWords && value.digits === 5n && value.scale === 1 && quantity.length < 3 && !hasSign) {
    return read({ numerator: 1n, denominator: 2n }, false)
  }
  const top = max ?? 10_000
  if (quantity.singleDot && exceeds(value, Math.min(top, 1_000), 1n)) {
    // «80.500» is no thousands; with the sign of percent the dot can only be meant as a comma.
    const meant = { ...value, scale: value.scale + 3 }
    if (max === undefined || (!exceeds(meant, max, 1n) && compare(meant, decimal(2)) > 0))
      return hasSign ? read(percentOf(meant), false) : ask('twoReadings', [percentOf(meant)])
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
  return read(percentOf(value), quantity.literal && isPlain)
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
