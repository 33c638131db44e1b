import { countsElse } from './counted.ts'
import { isOtherCount } from './fields/not-this-count.ts'
import { isNothing, noneArose } from './fields/nothing.ts'
import { isBareYear, isClosedMoney, isNought, isOtherMeaning, isPercent } from './fields/other-meanings.ts'
import { readPlace } from './fields/place.ts'
import { evades, nothingTaken, refused, withoutNone } from './fields/refusing.ts'
import { type Survey, survey } from './fields/survey.ts'
import { hasNone } from './has-none.ts'
import { type Line, readLine } from './line.ts'
import { compare, type Decimal, shortest, whole } from './numerals/decimal.ts'
import type { Quantity } from './numerals/quantity.ts'
import { ask, invalid, type Reading, read } from './result.ts'
import { type Meaning, reading, type Span } from './spans/span.ts'
import { bareToo, MAX_SHORT_ANSWER } from './text.ts'

export type { Decimal } from './numerals/decimal.ts'

type Figure = Extract<Meaning, { is: 'number' }>

/** A plain number, Vietnamese writing; the value has the shortest scale. Negative numbers are read. */
export function readDecimal(text: string): Reading<Decimal> {
  if (text.length > MAX_SHORT_ANSWER) return invalid('tooLong')
  return fromLine(readLine(text.replace(OUT_OF, '$1')))
}

/** «88,75/100 điểm» */
const OUT_OF = /(?<![\d.,/])(\d{1,2},\d{1,2}|\d{1,3}) ?\/ ?100(?= ?điểm)/iu

function fromLine(line: Line, isPlace = false, year?: number, counts = ''): Reading<Decimal> {
  const isElse = (span: Span): boolean =>
    reading(span, 'number')?.unit === 'noun' && countsElse(line.text.slice(span.start, span.end), counts)
  const others = line.spans.filter(isElse)
  const hasCount = line.spans.some(span => span.readings.some(isSmall))
  const found = survey(line, {
    year,
    take: span => {
      const figure = reading(span, 'number')
      const isOther = span.readings.some(isOtherMeaning)
      return figure &&
        !isOther &&
        !others.includes(span) &&
        figure.unit !== 'percent' &&
        figure.unit !== 'dong' &&
        !(isPlace && figure.unit === 'noun') &&
        !(hasCount && isClosedMoney(figure))
        ? figure
        : undefined
    },
    isContext: meaning =>
      isOtherMeaning(meaning) ||
      others.some(({ readings }) => readings.includes(meaning)) ||
      isPercent(meaning) ||
      isClosedMoney(meaning) ||
      (!isPlace && meaning.is === 'place'),
  })
  if (opensPercent(line)) return ask('severalValues')
  const [first] = found.own
  const only = found.own.length === 1 ? line.spans.find(span => first && span.readings.includes(first)) : undefined
  if (only && !isPlace && isOtherCount(line, only)) return ask('unsure')
  if (first === undefined && others.length > 0) return ask('otherThing', others.flatMap(valuesOf))
  return first === undefined ? nothingTaken(line, found) : decide(averaged(found, line.text), first)
}

const valuesOf = (span: Span): readonly Decimal[] => reading(span, 'number')?.quantity.values ?? []

/** «80 90%», «tám chín mươi phần trăm»: two figures of one kind. */
const opensPercent = ({ spans }: Line): boolean =>
  spans.some((span, at) => {
    const [figure, next] = [reading(span, 'number'), reading(spans[at + 1] ?? span, 'number')]
    return figure?.unit === 'nothing' && next?.unit === 'percent'
  })

/** «bình quân mỗi hồ sơ 2,5 ngày», «trung bình 2,5 ngày một hồ sơ»: what is no whole number is the average itself. */
function averaged(found: Survey<Figure>, text: string): Survey<Figure> {
  const own = found.own.filter((figure, at) => at === 0 || !isOne(figure))
  const isAverage = own.every(({ quantity }) => (quantity.values[0]?.scale ?? 0) > 0) && AVERAGE.test(text)
  return isAverage ? { ...found, own, operators: new Set([...found.operators].filter(one => one !== 'each')) } : found
}

/** «… một hồ sơ»: of each. */
const isOne = ({ quantity, unit }: Figure): boolean =>
  unit === 'noun' && quantity.inWords && quantity.values[0]?.digits === 1n && quantity.values[0].scale === 0

const AVERAGE = bareToo(/(?:^|\s)(?:bình quân|trung bình)(?:\s|$)/iu)

/** A plain figure beside which a sum is no count. */
const isSmall = (meaning: Meaning): boolean =>
  meaning.is === 'number' && /^no/.test(meaning.unit) && meaning.quantity.scale === 1n

function decide(found: Survey<Figure>, first: Figure): Reading<Decimal> {
  const { own, operators, isPlain } = found
  const isNegative = operators.has('minus')
  const values = own.flatMap(({ quantity }) =>
    quantity.values.map(value => shortest(isNegative ? { ...value, digits: -value.digits } : value)),
  )
  const candidates = distinct(values)
  const isSame = operators.has('same')
  const isUnsure = own.some(
    ({ quantity, unit, owner }) =>
      quantity.garbled ||
      quantity.vague ||
      unit === 'odd' ||
      (owner !== 'nothing' && unit === 'nothing' && !(isSame && own.length > 1)),
  )
  const no = refused(withoutNone(found, own.every(isNought)), isUnsure || isYearOf(found, first), candidates)
  if (no !== undefined) return no
  if (own.some(({ quantity }) => quantity.values.length > 1))
    return ask('twoReadings', own.length === 1 ? candidates : [])
  const [value] = candidates
  if (value === undefined) return ask('garbled')
  if (candidates.length > 1) return ask(isSame ? 'contradiction' : 'severalValues')
  if (own.length > 1 && !isSame) return ask('severalValues')
  if (isHiddenScale(first.quantity)) return ask('twoReadings', candidates)
  return isHalf(first.quantity, value)
    ? ask('garbled')
    : read(value, own.length === 1 && isPlain && first.quantity.literal)
}

/** «từ 12 tháng 8; 2024»: the year of what stands beside it, or so many. */
const isYearOf = ({ context }: Survey<Figure>, figure: Figure): boolean =>
  isBareYear(figure) &&
  /^20/.test(String(figure.quantity.values[0]?.digits)) &&
  context.some(({ is }) => is === 'day' || is === 'period')

const isHalf = ({ inWords, length, scale }: Quantity, value: Decimal): boolean =>
  inWords && value.scale === 1 && value.digits === 5n && length < 3 && scale === 1n

/** «một tỷ hai trăm» as a plain number: 1,2 tỷ or 1.000.000.200. */
const isHiddenScale = ({ openTail, scale, values }: Quantity): boolean => {
  const value = values[0] === undefined ? undefined : whole(values[0])
  if (!openTail || value === undefined || scale < 1_000_000n) return false
  return (value % scale) % (scale / 10n) !== 0n || (value / (scale / 10n)) % 10n === 0n
}

const distinct = (values: readonly Decimal[]): Decimal[] =>
  values.filter((value, at) => values.findIndex(other => compare(other, value) === 0) === at)

interface IntegerAsked {
  min?: number
  max?: number
  year?: number
  counts?: string
}

/**
 * A count; where counting starts at 1, a place in an order («hạng 6», «thứ 6/19», «nhất»). «Không có … nào» is a count of 0. Guarantees a safe integer within the bounds given. A fraction, or a number that is too great, is invalid.
 * `year`: the one that is asked for. `counts`: what is asked for, in the words of the question; a figure of something else is asked about. */
export function readInteger(
  text: string,
  { min = 0, max = Number.MAX_SAFE_INTEGER, year, counts }: IntegerAsked = {},
): Reading<number> {
  if (text.length > MAX_SHORT_ANSWER) return invalid('tooLong')
  const line = readLine(text)
  const place = min > 0 ? readPlace(line, year) : undefined
  if (place !== undefined) return bounded(place, min, max)
  return min <= 0 && !evades(line.text, false) && (isNothing(line, true) || noneArose(line) || hasNone(text))
    ? read(0, false)
    : bounded(fromLine(line, min > 0, year, counts), min, max)
}

function bounded(reading: Reading<Decimal>, min: number, max: number): Reading<number> {
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
