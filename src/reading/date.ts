import { Temporal } from 'temporal-polyfill'
import { isAway } from './fields/away.ts'
import { type DateContext, dayOfWeek, daysOf, nextDays, weeksAway, weeksOf } from './fields/days.ts'
import { isOfTheTalk, isOtherDay } from './fields/not-this-day.ts'
import { isCount, isInCalendar, isMoney, isPercent } from './fields/other-meanings.ts'
import { codeOf, holds } from './fields/period-code.ts'
import { objection } from './fields/refusing.ts'
import { survey } from './fields/survey.ts'
import { type Line, readLine } from './line.ts'
import { type AskReason, ask, invalid, type Reading, read } from './result.ts'
import type { Day } from './spans/day.ts'
import { dayFigureAlone } from './spans/day-figures.ts'
import type { Operator } from './spans/operators.ts'
import type { Period } from './spans/period.ts'
import { type Meaning, reading, type Span } from './spans/span.ts'
import { bareToo, MAX_SHORT_ANSWER } from './text.ts'

/** A year farther from today than this is asked about rather than stored: likelier a slip. */
const PLAUSIBLE_YEARS = 40

type Said = Extract<Meaning, { is: 'day' }>

/** A line with more days is asked about anyhow, without a look at what each of them is. */
const DAYS_AT_MOST = 12

/** A calendar day (answers.md, dates). The value is ISO `YYYY-MM-DD`. Day before month; weeks run Monday to Sunday. */
export function readDate(text: string, context: DateContext): Reading<string> {
  if (text.length > MAX_SHORT_ANSWER) return invalid('tooLong')
  const line = readLine(text)
  if (line.spans.length === 0) return invalid('empty')
  const days = line.spans.filter(span => reading(span, 'day'))
  const sure = days.filter(isSure)
  const taken = new Set(sure.length > 0 ? sure : days)
  const hasWhole = sure.some(span => reading(span, 'day')?.day.is === 'day' && !isOfPaper(line, span))
  const found = survey(line, {
    take: (span, typed) => {
      if (
        hasWhole &&
        (PART_OF_PERIOD.test(typed) || isUntilNow(span, line.text) || isOfPaper(line, span) || isAttended(line, span))
      )
        return undefined
      return taken.has(span) ? reading(span, 'day') : inFigures(span, typed, days)
    },
    isContext: meaning =>
      (meaning.is === 'day' && (meaning.day.is === 'incomplete' || hasWhole)) ||
      ['time', 'target', 'label', 'paper', 'period', 'place', 'ratio'].includes(meaning.is) ||
      isMoney(meaning) ||
      isPercent(meaning) ||
      isCount(meaning) ||
      (hasWhole && meaning.is === 'number' && meaning.owner !== 'nothing'),
  })
  const mayBeOther = days.length > DAYS_AT_MOST || days.some(span => isOtherDay(span, line.text))
  if (promises(line) || isOfTheTalk(line.text) || mayBeOther) return ask('unsure')
  const periods = line.spans.flatMap(span =>
    found.aside.has(span) || reading(span, 'day') || isOfElse(line, span) ? [] : (reading(span, 'period') ?? []),
  )
  const isLunar =
    found.operators.has('lunar') || found.operators.has('minus') || found.own.some(({ day }) => day.is === 'lunar')
  const why = isLunar
    ? 'lunar'
    : found.hasStray
      ? 'garbled'
      : (objection(stillOpen(found, line, context)) ??
        objectionOf(found.own, periods, IS_DONE_BY.test(line.text) || IS_COUNTED_TO.test(line.text)))
  const isVain = found.own.length === 0 && !isLunar && periods.length === 0
  if (isVain) return isNegligible(line, found) ? invalid('noAnswer') : ask('incomplete')
  return conclude(found.own, periods, why, found.isPlain, context)
}

/** «áp dụng từ 02/01, đến nay vẫn duy trì» */
function isUntilNow(span: Span, text: string): boolean {
  const said = reading(span, 'day')
  return (
    said?.day.is === 'offset' &&
    said.day.days === 0 &&
    said.edge === 'until' &&
    /[,;.]\s*$/.test(text.slice(0, span.start))
  )
}

/** «(Kết luận số 07/KL-TTr ngày 01/3/2024)»: the day of a paper, beside another. */
function isOfPaper({ spans, text }: Line, span: Span): boolean {
  const before = spans[spans.indexOf(span) - 1]
  return (
    before !== undefined && reading(before, 'paper') !== undefined && text.slice(before.end, span.start).trim() === ''
  )
}

/** «họp ngày 07/3/2024, có 07/09 thành viên dự họp» */
const isAttended = ({ spans, text }: Line, span: Span): boolean =>
  reading(span, 'ratio') !== undefined &&
  /^ (?:thành viên|người|đại biểu|đồng chí|đơn vị|ủy viên|uỷ viên)(?= |$)/iu.test(text.slice(span.end)) &&
  spans.some(other => reading(other, 'day')?.isFirm === true)

/** «đầu tuần này, ngày 11/3» */
const PART_OF_PERIOD = /^(?:đầu|giữa|cuối) (?:tuần|tháng)$/iu

/** «dự kiến 28/6», «đơn vị sẽ họp ngày 25/3»: a day that is planned and still to come is the day; one that is past is odd. */
function stillOpen(
  { own, operators }: { readonly own: readonly Said[]; readonly operators: ReadonlySet<Operator> },
  { text }: Line,
  context: DateContext,
): ReadonlySet<Operator> {
  const days = own.flatMap(({ day }) => (isExpression(day) ? daysOf(day, context) : []))
  if (days.length === 0) days.push(...(dayOfWeek(own, context.today) ?? []))
  const isToCome = days.length > 0 && days.every(day => Temporal.PlainDate.compare(day, context.today) > 0)
  const isPlanned = (operator: Operator) =>
    operator === 'future' ||
    (operator === 'aim' && !MISSED.test(text)) ||
    (operator === 'correction' && PUT_OFF_TO.test(text))
  return isToCome ? new Set([...operators].filter(operator => !isPlanned(operator))) : operators
}

/** «em xin lùi sang 25/3» is asked for and not yet so; «lùi sang 25/3» is. */
const PUT_OFF_TO =
  /^(?:dạ |vâng |thưa )*(?:(?:\p{L}+ ){1,3})?(?<!xin |muốn |nghị |nếu |thể )(?:lùi|dời|hoãn|đổi|chuyển|gia hạn)(?: lại)? (?:sang|đến|tới|qua|thành) (?:ngày )?\d/iu
const MISSED = /đáng|lẽ ra|suýt|mong|cố gắng|hướng tới|phải đạt|bỏ/iu

/** «29/2, sớm hơn năm ngoái 10 ngày», «28/12 năm ngoái, năm nay chỉ dùng lại»: a period that says nothing of the day. */
function isOfElse({ spans, text }: Line, span: Span): boolean {
  const before = text.slice(0, span.start)
  if (/(?:hơn|với|như|bằng|kém) $/iu.test(before)) return true
  const clause = /[,;.|]([^,;.|]*)$/u.exec(before)
  if (clause === null || !spans.some(other => other.end <= clause.index + 1 && reading(other, 'day'))) return false
  const said = `${clause[1]} ${/^[^,;.|]*/u.exec(text.slice(span.end))?.[0] ?? ''}`
  return said.split(/[^\p{L}]+/u).filter(word => word.length > 1).length > 1
}

/** «mai em báo», «thứ hai tôi gửi»: when the answer will come, and no answer. */
function promises({ spans, text }: Line): boolean {
  const at = spans.findIndex(span => reading(span, 'day'))
  if (at < 0) return false
  const to = /^[^,;.]*/u.exec(text.slice(spans[at]?.end))?.[0].length ?? 0
  const clause = text.slice(0, (spans[at]?.end ?? 0) + to)
  if (spans.some(span => reading(span, 'day') && span.end < clause.length && isAway(text.slice(span.end)))) return true
  const said = text.slice(spans[at]?.end).trim()
  return PROMISE.test(said) && !/(?:^|\s)(?:rồi|roi|r|rùi|đã|da)(?:\s|$)/i.test(text)
}

const PROMISE =
  /^(?:(?:thì|thi|sẽ|se|em|e|tôi|toi|mình|minh|cháu|chau|bên em|ben em)\s+)*(?:báo|bao|báo cáo|bao cao|gửi|gui|trả lời|tra loi|cập nhật|cap nhat|điền|dien|khai(?! (?:mạc|trương|giảng))|xem lại|hỏi(?! (?:ý kiến|đáp))|hoi|tính|tinh|bận|ban|nghỉ|nghi|ốm|đi viện|đi công tác|di cong tac|(?:họp (?:xong )?(?:(?:em|mình|thì) )?)?(?:mới (?:biết|có lịch|hỏi|tính|có lịch)|báo|trả lời)|sếp (?:mới )?(?:về|vắng|đi|bận)|ngày (?:mấy|bao nhiêu)|thứ mấy|chịu|rồi (?:tính|hay|báo)|hẵng (?:hay|tính)|(?:mưa|bão|lễ)$)(?:\s|$)/i

/** «17/20» beside a day is no day. */
function isSure(span: Span): boolean {
  const said = reading(span, 'day')
  return said?.isFirm === true || !reading(span, 'ratio') || (said?.day.is === 'day' && isInCalendar(said.day))
}

/** No day, no part of one, no numeral: «chưa có ngày», «15h30». */
const isNegligible = (line: Line, { hasStray, context }: { hasStray: boolean; context: readonly Meaning[] }): boolean =>
  !hasStray && context.every(({ is }) => is === 'time') && line.spans.every(span => !reading(span, 'number'))

/** «15.3», «15032024», «thứ tư 20.3»: a number that is a day in a question for one; «5» and «2024» are parts of a day. */
function inFigures(span: Span, typed: string, days: readonly Span[]): Said | undefined {
  const figure = reading(span, 'number')
  if (figure === undefined || figure.unit !== 'nothing') return undefined
  const day: Day = /^\d/.test(typed) ? dayFigureAlone(typed) : { is: 'incomplete' }
  const isBesideName = days.every(one => reading(one, 'day')?.day.is === 'weekday' && one.end + 1 === span.start)
  return isBesideName && (days.length === 0 || day.is === 'day')
    ? { is: 'day', day, isFirm: false, mayBeMore: false }
    : undefined
}

/** «đến cuối năm là xong»: the day itself. */
const IS_DONE_BY = bareToo(
  /\s(?:là|thì|sẽ|mới) (?:xong|hoàn thành|hoàn tất|làm xong)(?: hết| ạ| nhé| chị| anh)*(?:[.,;!]|$)|^(?:dạ |chắc )?(?:đến|tới) [^,;.]{3,24} mới \p{L}+(?: \p{L}+){0,3} (?:được|xong)(?: ạ| nhé| chị| anh| em)*(?:[.,;!]|$)/iu,
)
/** «số liệu chốt đến hết ngày 29/02» */
const IS_COUNTED_TO =
  /(?:số liệu|chốt|tính|lũy kế|luỹ kế|xác nhận|cập nhật|thống kê)(?: \p{L}+){0,5} đến (?:hết )?(?:ngày )?\d/iu

/** What days and periods say against themselves. */
function objectionOf(
  said: readonly Said[],
  periods: readonly Extract<Meaning, { is: 'period' }>[],
  isDoneBy: boolean,
): AskReason | undefined {
  const edges = said.map(({ edge }) => (isDoneBy && said.length === 1 && edge === 'until' ? undefined : edge))
  if (edges.includes('until')) return said.length > 1 ? 'range' : 'bound'
  if (edges.includes('before') || edges.includes('after')) return 'bound'
  const odd = said.find(({ day }) => day.is === 'range' || day.is === 'garbled')?.day.is
  if (odd === 'range' || odd === 'garbled') return odd
  if (said.some(({ day }) => day.is === 'incomplete')) return 'incomplete'
  return periods.some(({ edge }) => edge === 'until') ? 'range' : undefined
}

function conclude(
  said: readonly Said[],
  periods: readonly { period: Period }[],
  why: AskReason | undefined,
  isPlain: boolean,
  context: DateContext,
): Reading<string> {
  const { today } = context
  const weekdays = said.flatMap(({ day }) => (day.is === 'weekday' ? [day.weekday] : []))
  const weeks = weeksOf(said, today)
  const expressions = said.flatMap(({ day }) => (isExpression(day) ? [day] : []))
  const days = expressions.map(day => daysOf(day, context))
  if (said.some(({ day }) => day.is === 'noWeekday') || days.some(found => found.length === 0))
    return invalid('impossibleDate')
  const [weekday] = weekdays
  const byWeek = days.length === 0 ? dayOfWeek(said, today) : undefined
  if (byWeek !== undefined) days.push(byWeek)
  const candidates = [...new Set(days.flat().map(String))]
  if (why !== undefined) return ask(why, mayOfferDays(why) && days.length === 1 ? candidates : [])
  const [day] = days[0] ?? []
  if (day === undefined) return ask('incomplete', weekdays.length === 1 ? nextDays(weekday ?? 1, today) : [])
  if (candidates.length > 1 && days.length > 1)
    return ask(expressions.some(({ is }) => is === 'offset') ? 'contradiction' : 'severalValues')
  if (days.some(found => found.length > 1)) return ask('twoReadings', candidates)
  const fitsWeek = byWeek !== undefined || weeks.every(offset => weeksAway(day, today) === offset)
  const fitsName = weekdays.every(name => name === day.dayOfWeek)
  if (!fitsWeek || !fitsName || !periods.every(({ period }) => fits(period, day, today)))
    return ask('contradiction', candidates)
  if (Math.abs(day.year - today.year) > PLAUSIBLE_YEARS) return ask('unsure', candidates)
  const [first] = expressions
  return read(day.toString(), isPlain && said.length === 1 && first?.is === 'day' && first.literal)
}

const isExpression = (day: Day): day is Extract<Day, { is: 'day' | 'offset' | 'end' | 'ofMonth' }> =>
  day.is === 'day' || day.is === 'offset' || day.is === 'end' || day.is === 'ofMonth'

const mayOfferDays = (why: AskReason): boolean => why === 'bound' || why === 'unsure' || why === 'correction'

/** A period beside a day, without a year of its own, is one of the day's year. */
function fits(period: Period, day: Temporal.PlainDate, today: Temporal.PlainDate): boolean {
  const isAway = period.is !== 'shifted' && period.year !== undefined && 'offset' in period.year
  const code = codeOf(period, isAway ? today : day)
  return typeof code !== 'string' || period.is === 'shifted' || holds(code, day)
}
