import { isInCalendar } from '../fields/other-meanings.ts'
import { type Edge, type Meaning, reading, type Span } from './span.ts'

/** «đến 31/8», «từ tháng 1», «trước ngày 5/3»: the word belongs to the day or period behind it. */
export function edged(spans: readonly Span[]): Span[] {
  const result: Span[] = []
  for (let at = 0; at < spans.length; at += 1) {
    const span = spans[at]
    if (span === undefined) continue
    const edge = reading(span, 'edge')?.edge
    const next = edge === undefined ? undefined : timed(spans, at + 1, edge)
    if (edge === undefined || next === undefined) result.push(span)
    else {
      result.push({ start: span.start, end: next.span.end, readings: withEdge(next.span.readings, edge) })
      at = next.at
    }
  }
  return result
}

/** The day or period that follows, fillers passed over; «trước họp vào ngày 19/3» is before a day, too. */
function timed(spans: readonly Span[], at: number, edge: Edge): { span: Span; at: number } | undefined {
  for (let place = at; place < at + 5; place += 1) {
    const span = spans[place]
    if (span === undefined) return undefined
    const day = reading(span, 'day')?.day
    // «từ 17/20»: no day, and what it is stays.
    const isShare = reading(span, 'ratio') !== undefined && day?.is === 'day' && !isInCalendar(day)
    if ((day && !isShare) || reading(span, 'period')) return { span, at: place }
    const isEvent = /^(?:before|after)$/.test(edge) && reading(span, 'word') !== undefined
    if (!reading(span, 'filler') && !reading(span, 'time') && !isEvent) return undefined
  }
  return undefined
}

function withEdge(readings: readonly Meaning[], edge: Edge): Meaning[] {
  return readings.flatMap((meaning): Meaning[] => {
    if (meaning.is === 'day') return [{ ...meaning, edge, isFirm: true, mayBeMore: false }]
    // «từ thứ hai»: a day of the week, or a place all the same.
    if (meaning.is === 'place') return [meaning]
    return meaning.is === 'period' ? [{ ...meaning, edge }] : []
  })
}
