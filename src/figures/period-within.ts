import { type Span, spanOf } from '../campaign/report-period.ts'

/** Codes of all periods of a year that lie within a span: quarters, months, halves, nine months, the year. */
export function periodsWithin(span: Span): string[] {
  const year = span.from.slice(0, 4)
  const parts = ['-Q1', '-Q2', '-Q3', '-Q4', '-H1', '-H2', '-9M', '', ...months.map(month => `-${month}`)]
  return parts.map(part => `${year}${part}`).filter(period => isWithin(spanOf(period), span))
}

const months = Array.from({ length: 12 }, (_, at) => String(at + 1).padStart(2, '0'))

function isWithin(one: Span | null, span: Span): boolean {
  return one !== null && one.from >= span.from && one.to <= span.to
}

/** Periods in the order in which they speak for a span: which ends last comes first, and of those that do the longest. */
export function bySpeaking(periods: readonly string[]): string[] {
  return periods.toSorted((a, b) => {
    const [one, other] = [spanOf(a), spanOf(b)]
    return (other?.to ?? '').localeCompare(one?.to ?? '') || (one?.from ?? '').localeCompare(other?.from ?? '')
  })
}
