import { isOtherSum } from './fields/not-this-sum.ts'
import { isNothing } from './fields/nothing.ts'
import { isBareYear, isCount, isMoney, isNought, isOtherMeaning, isPercent } from './fields/other-meanings.ts'
import { evades, nothingTaken, refused, withoutNone } from './fields/refusing.ts'
import { type Survey, survey } from './fields/survey.ts'
import { hasNone } from './has-none.ts'
import { type Line, readLine } from './line.ts'
import { compare, type Decimal, decimal, times, whole } from './numerals/decimal.ts'
import type { Quantity } from './numerals/quantity.ts'
import { ask, invalid, type Reading, read } from './result.ts'
import { type Meaning, reading } from './spans/span.ts'
import { bareToo, MAX_SHORT_ANSWER } from './text.ts'

/** Above this no sum of a local budget is meant: 9·10¹⁵ đồng (calendar.md §8). */
const MAX_VND = 9_000_000_000_000_000n
const MILLION = 1_000_000n
const BILLION = 1_000_000_000n

type Figure = Extract<Meaning, { is: 'number' }>

/**
 * A sum in whole đồng. Without a unit it is read only when it is plainly full đồng (six digits or more) or nothing at all (0).
 * Fractions of a đồng are invalid; thousands of tỷ written with one dot («1.234 tỷ») are asked, since phones type 1,234 so. `year`: the one that is asked for.
 */
export function readMoney(text: string, { year }: { year?: number } = {}): Reading<bigint> {
  if (text.length > MAX_SHORT_ANSWER) return invalid('tooLong')
  const line = readLine(SAVES.test(text) && !SO_LONG.test(text) ? text.replace(A_YEAR, ' ') : text)
  const hasSum = line.spans.some(span => span.readings.some(isSum))
  const found = survey(line, {
    year,
    take: span => {
      const figure = reading(span, 'number')
      if (
        figure === undefined ||
        (isCount(figure) && !isSum(figure)) ||
        isPercent(figure) ||
        span.readings.some(isOtherMeaning)
      )
        return undefined
      return isSum(figure) || !hasSum ? figure : undefined
    },
    isContext: meaning =>
      isOtherMeaning(meaning) ||
      isPercent(meaning) ||
      isCount(meaning) ||
      meaning.is === 'ratio' ||
      meaning.is === 'place' ||
      isBareYear(meaning),
  })
  const [first] = found.own
  if (first === undefined) return withoutSum(line, found)
  const sum = line.spans.find(span => span.readings.includes(first))
  return sum && isOtherSum(line.spans, sum, line.text) ? ask('unsure') : decide(found, first)
}

/** «tiết kiệm mỗi năm 45 triệu», «làm lợi 1,2 tỷ đồng/năm»: what is saved is told by the year; not «… trong 3 năm», «mỗi năm chi 45 triệu». */
const SAVES = bareToo(
  /(?:^|\s)(?<!(?:để|nhằm) )(?:tiết kiệm|làm lợi|giảm chi|đỡ (?:được|tốn|mất|phải|chi)|bớt (?:được|chi)|lợi nhuận)(?=[\s:]).*(?:\d{6}|\.000|triệu|tỷ|tỉ|nghìn|ngàn|đồng)/iu,
)
const A_YEAR =
  /(?<=^|[\s,])(?:mỗi|moi|hằng|hàng|hang) (?:năm|nam)(?=[\s,.;!]|$)|^(?:một|mot) (?:năm|nam)(?= \p{L})|(?<=đồng|triệu|tỷ|trieu|dong|ty|nghìn|ngàn|đ|tr)(?: ?\/ ?| một | mot )(?:năm|nam)(?=[\s,.;!]|$)/giu
const SO_LONG =
  /(?:\d|hai|ba|bốn|năm|vài|nhiều|bon|vai|nhieu) (?:năm|nam)(?: |[.,;!]|$)|(?:sau|trong) (?:năm|nam) (?:năm|nam)/iu

/** By its unit, or because only full đồng are written so. */
const isSum = (meaning: Meaning): boolean =>
  meaning.is === 'number' &&
  (isMoney(meaning) ||
    (meaning.quantity.scale >= 1000n && meaning.unit === 'nothing') ||
    (meaning.unit === 'nothing' && meaning.quantity.wholeDigits >= 6 && !meaning.quantity.inWords))

function decide(found: Survey<Figure>, first: Figure): Reading<bigint> {
  const { own, operators, isPlain } = found
  if (operators.has('minus')) return invalid('belowMin', { min: 0 })
  const sums = own.map(readings)
  const candidates = [...new Set(sums.flatMap(sum => sum.values))].filter(value => value <= MAX_VND)
  const isUnsure = own.some(
    ({ quantity, unit, owner }) =>
      quantity.garbled || quantity.vague || unit === 'odd' || (isZero(quantity) && owner === 'unknown'),
  )
  const no = refused(withoutNone(found, own.every(isNought)), isUnsure, candidates)
  if (no !== undefined) return no
  const offered = own.length === 1 ? candidates : []
  if (own.some(isOpenTail)) return ask('twoReadings', offered)
  if (sums.some(sum => sum.isMissingUnit)) return ask('missingUnit', offered)
  if (sums.some(sum => sum.values.length > 1)) return ask('twoReadings', offered)
  if (sums.some(sum => sum.values.length === 0)) return invalid('notWhole')
  const isSame = operators.has('same')
  if (new Set(sums.flatMap(sum => sum.values)).size > 1) return ask(isSame ? 'contradiction' : 'severalValues')
  // «8 triệu 8 triệu»: said twice, or two sums that happen to be equal.
  if (own.length > 1 && !isSame) return ask('severalValues')
  const [value] = candidates
  if (value === undefined) return invalid('aboveMax', { max: Number(MAX_VND) })
  return read(value, own.length === 1 && isPlain && first.quantity.literal)
}

/** «một tỷ hai trăm đồng», «1 tỷ 3 mô hình»: with a unit behind it the open figure may be meant as it stands. */
const isOpenTail = ({ quantity, unit }: Figure): boolean => quantity.openTail && unit !== 'nothing'

const withoutSum = (line: Line, found: Survey<Figure>): Reading<bigint> =>
  !evades(line.text, false) &&
  (isNothing(line, false) ||
    (NAMED.test(line.text) && hasNone(line.text)) ||
    isNoDong(line) ||
    NOT_SPENT.test(line.text))
    ? read(0n, false)
    : nothingTaken(line, found, [0n])

/** «không» alone may be no answer; «chưa chi đồng nào» is one. */
const NAMED = /(?:^|\s)(?:nào|nao|gì)(?:[\s.,;!]|$)/iu

/** «đơn vị không sử dụng kinh phí ạ» */
const NOT_SPENT =
  /^(?:dạ |thưa )*(?:đơn vị|phường|xã|phòng|bên em|chúng em|em|năm nay|quý này|tháng này)? ?(?:em )?(?:làm )?(?:không|ko|chưa) (?:sử dụng|dùng|tốn|mất|phát sinh|chi)(?: đến)? (?:kinh phí|tiền|chi phí|vốn|ngân sách)(?: nào| gì)?(?: ạ| nhé)?(?:,? (?:vì|do|nhờ) [^\d?]{3,80})?[.!]?$/iu

/** «không đồng» */
const isNoDong = ({ spans }: Line): boolean =>
  spans.some((span, at) => {
    const next = spans[at + 1]
    return (
      reading(span, 'operator')?.operator === 'negation' && next !== undefined && reading(next, 'sign')?.sign === 'đồng'
    )
  })

const isZero = ({ values }: Quantity): boolean =>
  values.length > 0 && values.every(value => compare(value, decimal(0)) === 0)

function readings({ quantity, unit }: Figure): { values: bigint[]; isMissingUnit: boolean } {
  const inDong = (values: readonly Decimal[]) => [
    ...new Set(
      values.flatMap(value => {
        const sum = whole(value)
        return sum === undefined ? [] : [sum]
      }),
    ),
  ]
  if (isZero(quantity)) return { values: [0n], isMissingUnit: false }
  if (quantity.scale > 1n) {
    const mayBeDecimal = quantity.singleDot && quantity.scale >= BILLION
    const values = mayBeDecimal
      ? quantity.values.flatMap(value => [value, { ...value, scale: value.scale + 3 }])
      : quantity.values
    return { values: inDong(values), isMissingUnit: false }
  }
  if (unit === 'dong' || (quantity.wholeDigits >= 6 && !quantity.inWords)) {
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
