import { isOtherRatio } from './fields/not-this-ratio.ts'
import { noneArose } from './fields/nothing.ts'
import { isNumeral } from './fields/operator-at.ts'
import { isBareYear, isClosedMoney, isOtherMeaning } from './fields/other-meanings.ts'
import { evades, nothingTaken, objection, refused, withoutNone } from './fields/refusing.ts'
import { type Survey, survey } from './fields/survey.ts'
import { type Line, readLine } from './line.ts'
import { type Decimal, whole } from './numerals/decimal.ts'
import { ask, invalid, type Reading, read } from './result.ts'
import type { Share } from './share.ts'
import { type Meaning, reading, type Span } from './spans/span.ts'
import { MAX_SHORT_ANSWER } from './text.ts'

type Figures = Extract<Meaning, { is: 'ratio' | 'number' }>
type Pair = Extract<Meaning, { is: 'ratio' }>

/**
 * Numerator and denominator in one answer: «17/20», «17 trên 20», «17/20 đạt 85%». Whole numbers, numerator ≤ denominator.
 * A percent beside it must agree, cut or rounded to the decimals it shows; else it is asked.
 */
export function readRatio(text: string): Reading<Share> {
  if (text.length > MAX_SHORT_ANSWER) return invalid('tooLong')
  const line = readLine(
    text.replace(NAMED_PARTS, '$1/$2').replace(NAMED_BACKWARDS, '$2/$1').replace(GIVEN_AND_DONE, '$2/$1'),
  )
  if (line.spans.some(span => reading(span, 'ratio')?.isFraction)) return ask('incomplete')
  return ratioIn(line) ?? withoutRatio(line)
}

/** «0/0, năm nay không phát sinh» */
const NOTHING_OF_NOTHING = /(?<![\d/])0 ?\/ ?0(?![\d/])/

/** «tử số 8 mẫu số 10» */
const NAMED_PARTS = /(?:tử|t(?:ử|u) s(?:ố|o))\D{0,6}(\d+)\D{1,4}(?:mẫu|m(?:ẫ|a)u s(?:ố|o))\D{0,6}(\d+)/iu
const NAMED_BACKWARDS = /(?:mẫu|m(?:ẫ|a)u s(?:ố|o))\D{0,6}(\d+)\D{1,4}(?:tử|t(?:ử|u) s(?:ố|o))\D{0,6}(\d+)/iu

/** «giao 15 hoàn thành 15», «giao 14 việc, công an phường làm xong cả 14 việc» */
const GIVEN_AND_DONE =
  /(?:tổng số |được )?giao (\d{1,4})(?: (?!ngày|tháng|giờ|ngay |thang )\p{L}+){0,3},? (?:(?!chưa|không|ko |còn|phải|cần|sẽ|đang|để|dự|phấn|cố|xin|hứa|mà|nhưng|khoảng|hơn|gần|chừng|tầm|độ|ít|khác|kia|bạn)\p{L}+ ){0,4}?(?:hoàn thành|thực hiện|làm xong|xong) (?:được |cả |đủ |xong ){0,2}(\d{1,4})(?![\d.,/]*\d|%)/iu

/** «không phát sinh hồ sơ nào»: a share of nothing. */
export const saysNoneArose = (text: string): boolean =>
  text.length <= MAX_SHORT_ANSWER &&
  /ph[aá]t sinh/iu.test(text) &&
  noneArose(readLine(text.replace(NOTHING_OF_NOTHING, '')))

/** The ratio of a line; undefined when it has none. */
export function ratioIn(line: Line): Reading<Share> | undefined {
  const all = line.spans.filter(isRatio)
  // «31/8: 17/20»: what can be no share is the day.
  const shares = all.filter(span => !span.readings.some(isOtherMeaning) || mayBeShare(reading(span, 'ratio')))
  if (shares.length === 0) return undefined
  if (shares.every(span => isOtherRatio(line, span))) return ask('unsure')
  const taken = new Set(shares)
  return decide(
    survey(line, {
      take: span => (taken.has(span) ? reading(span, 'ratio') : percentOf(span)),
      isContext: meaning =>
        isOtherMeaning(meaning) || isBareYear(meaning) || isClosedMoney(meaning) || meaning.is === 'place',
    }),
  )
}

const isRatio = (span: Span): boolean => reading(span, 'ratio') !== undefined && reading(span, 'day')?.isFirm !== true

const percentOf = (span: Span): Figures | undefined => {
  const figure = reading(span, 'number')
  return figure?.unit === 'percent' ? figure : undefined
}

function mayBeShare(pair: Pair | undefined): boolean {
  const share = pair && shareOf(pair)
  return share?.ok === true || (share?.ok === false && share.kind === 'ask')
}

function decide(found: Survey<Figures>): Reading<Share> {
  const { own, operators, hasStray, isPlain } = found
  const pairs = own.filter(figures => figures.is === 'ratio')
  const percents = own.flatMap(figures => (figures.is === 'number' ? figures.quantity : []))
  const [pair] = pairs
  if (pair === undefined) return ask('incomplete')
  const share = shareOf(pair)
  const isAbove = !share.ok && share.kind === 'invalid' && pairs.length === 1 && !hasStray
  // «25/20, vượt luôn»
  if (isAbove && [...operators].every(one => one === 'bound' || one === 'approx')) return share
  const isNought = own.length === 1 && pair.numerator.values[0]?.digits === 0n
  const no = refused(withoutNone(found, isNought), false, share.ok ? [share.value] : [])
  if (no !== undefined) return hasStray && objection(operators) === undefined ? ask('severalValues') : no
  if (pairs.length > 1) return ask('severalValues')
  if (!share.ok) return share
  if (percents.length === 0) return read(share.value, pair.literal && isPlain && !operators.has('approx'))
  const agree = percents.every(
    ({ values }) => values.length === 1 && values[0] !== undefined && agrees(share.value, values[0]),
  )
  return agree ? read(share.value, true) : ask('contradiction')
}

function withoutRatio(line: Line): Reading<Share> {
  const none = noneOf(line)
  if (none !== undefined) return read({ numerator: 0n, denominator: none }, false)
  const all = allOf(line)
  if (all !== undefined) return read({ numerator: all, denominator: all }, false)
  const found = survey<never>(line, { take: () => undefined, isContext: isOtherMeaning })
  const why = objection(found.operators)
  const hasFigure = found.hasStray || found.context.length > 0
  if (evades(line.text, found.hasStray)) return invalid('noAnswer')
  return hasFigure && why !== undefined ? ask(why) : hasFigure ? ask('incomplete') : nothingTaken(line, found)
}

/** «cả 22 hồ sơ đều đúng hạn» */
function allOf(line: Line): bigint | undefined {
  const again = ALL_AGAIN.exec(line.text) ?? ALL_OF_THEM.exec(line.text)
  const isTwice = again !== null && again[1] === again[2]
  const all = isTwice ? onlyFigure(line, 2) : ALL.test(line.text) ? onlyFigure(line) : undefined
  return all === undefined || line.spans.some(span => reading(span, 'operator')) ? undefined : all
}

/** «chưa có hồ sơ nào trong 15 hồ sơ được số hóa» */
const noneOf = (line: Line): bigint | undefined => {
  const all = NONE_OF.test(line.text) ? onlyFigure(line) : undefined
  return all === 0n ? undefined : all
}

/** The plain figure that is the only numeral of a line, or is said so many times. */
function onlyFigure({ spans }: Line, times = 1): bigint | undefined {
  const figures = spans.filter(isNumeral)
  const number = figures.length === times && figures[0] ? reading(figures[0], 'number') : undefined
  const values = number?.quantity.values ?? []
  const isPlain = values.length === 1 && number?.unit !== 'percent' && number?.unit !== 'dong' && number?.unit !== 'odd'
  return isPlain && values[0] !== undefined ? whole(values[0]) : undefined
}

const NONE_OF =
  /^(?:dạ )?(?:(?:bên|phường|xã|đơn vị|trường|phòng) (?:em|mình|tôi) )?(?:không|chưa|ko) (?:có )?[^,;.\d]{0,30}nào (?:trong|trên)(?: tổng)?(?: số)? \S[^,;.?]*[.!]?$/iu

/** «20 hồ sơ đều đúng hạn cả 20» */
const ALL_AGAIN =
  /^(?:dạ )?([\d.]+) [^,;.\d]* đều (?:đúng hạn|trước hạn|đạt|xong|hoàn thành|được [^,;.\d]*)\s?cả ([\d.]+)(?: [^,;.?\d]*)?[.!]?$/iu

/** «8 người, cả 8 người đều cài rồi», «3 trường thì cả 3 làm rồi» */
const ALL_OF_THEM =
  /(\d{1,4})(?: \p{L}+){1,3}(?:,| thì| thi)(?: thì)? (?:cả|ca) (\d{1,4})(?= )(?!.*(?:chưa|không|bị|chua|khong))/iu

const ALL = /(?:^|\s)(?:cả|toàn bộ|tất cả) [^,;.]*\sđều\s(?!bị|phải|đang|từ chối|trả lại|chậm|hỏng|lỗi|sai)/iu

function shareOf({ numerator, denominator }: Pair): Reading<Share> {
  if (numerator.garbled || denominator.garbled) return ask('garbled')
  if (numerator.values.length !== 1 || denominator.values.length !== 1) return ask('twoReadings')
  const [n, d] = [numerator.values[0], denominator.values[0]]
  const [top, bottom] = [n && whole(n), d && whole(d)]
  if (top === undefined || bottom === undefined) return ask('garbled')
  if (bottom === 0n) return invalid('zeroDenominator')
  if (top > bottom) return invalid('numeratorAboveDenominator')
  return read({ numerator: top, denominator: bottom }, true)
}

/** Whether a percent is this share, cut or rounded to the decimals shown. */
export function agrees({ numerator, denominator }: Share, percent: Decimal): boolean {
  const unit = 10n ** BigInt(percent.scale)
  const scaled = numerator * 100n * unit
  const cut = scaled / denominator
  const rounded = (scaled * 2n + denominator) / (denominator * 2n)
  return percent.digits === cut || percent.digits === rounded
}
