import type { Period } from '../spans/period.ts'
import { reading, type Span } from '../spans/span.ts'
import { clauseOf, isBareFigure, places } from './clause-of.ts'

/**
 * Whether the span at `at` says that a figure is of another time than the one that is asked for: «tháng trước 12», «12 của năm ngoái».
 * «cao hơn tháng trước», «như quý trước» only compare.
 */
export function isElsewhen(spans: readonly Span[], at: number, isOwn: readonly boolean[], text: string): boolean {
  const span = spans[at]
  const period = span && reading(span, 'period')?.period
  if (span === undefined || period === undefined || spans.length > 200 || isOwn[at]) return false
  if (!isShiftedPeriod(period) && !isBareNext(text.slice(span.start, span.end))) return false
  const said = (place: number): string => text.slice(spans[place]?.start ?? 0, spans[place]?.end ?? 0).toLowerCase()
  if (/(?:vừa rồi|vua roi|vừa qua)$/i.test(said(at))) return false
  const before = [said(at - 2), said(at - 1)].join(' ')
  // «516 triệu (bằng chữ: …) của năm ngoái»
  if (/c[ủu]a/.test(before)) return said(at - 2) === ')' || isFigure(spans, isOwn, at - 1, -1)
  return !COMPARES.test(before) && isFigure(spans, isOwn, at + 1, 1)
}

const COMPARES = /(?:hơn|với|bằng|như|kém|so|than|từ|đến|tới|cuối|đầu)$/

/** Without accents next month may be June as well. */
const isBareNext = (said: string): boolean => /^thang sau$/i.test(said)

/** Of another time than this, counted from this. */
export const isShiftedPeriod = (period: Period): boolean =>
  period.is === 'shifted'
    ? period.by !== 0
    : period.year !== undefined && 'offset' in period.year && period.year.offset !== 0

/** «68%, năm ngoái có 60 thôi»: a bare figure in a clause that opens with another time, behind an answer with its unit. */
export function isOfThen(spans: readonly Span[], at: number, isOwn: readonly boolean[], text: string): boolean {
  const isBare = reading(spans[at] ?? nowhere, 'number')?.unit === 'nothing'
  const own = isOwn.indexOf(true)
  if (!isBare || own < 0 || own > at || spans.length > 200) return false
  const [from, to] = clauseOf(spans, at, text)
  const opener = spans[from]
  return (
    isOwn.slice(0, from).includes(true) &&
    !isOwn.slice(from).includes(true) &&
    opener !== undefined &&
    isOtherTime(opener, text) &&
    places(from, to).filter(place => isBareFigure(spans[place])).length === 1
  )
}

const nowhere: Span = { start: 0, end: 0, readings: [] }

/** «tốt hơn mọi năm», «hơn năm ngoái» */
export const isOtherTime = (span: Span, text: string): boolean => {
  const period = reading(span, 'period')?.period
  const isShifted = period !== undefined && isShiftedPeriod(period)
  return (
    isShifted ||
    reading(span, 'operator')?.operator === 'elsewhen' ||
    /^(?:cùng kỳ|kế hoạch|chỉ tiêu)$/i.test(text.slice(span.start, span.end))
  )
}

/** Whether a figure that is taken, and no day, stands on this side before the clause ends. */
function isFigure(spans: readonly Span[], isOwn: readonly boolean[], from: number, by: 1 | -1): boolean {
  for (let at = from; spans[at] !== undefined; at += by) {
    const span = spans[at]
    if (span === undefined || /^[,;.(]$/.test(reading(span, 'sign')?.sign ?? '')) return false
    if (isOwn[at] && (reading(span, 'place') ?? reading(span, 'ratio') ?? reading(span, 'number'))) return true
  }
  return false
}
