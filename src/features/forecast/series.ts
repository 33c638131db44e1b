import { Temporal } from 'temporal-polyfill'

/** A reported sum: so much of the plan was paid out up to a day. Both in đồng, the plan above 0. */
export interface Point {
  /** 'YYYY-MM-DD' */
  day: string
  done: bigint
  plan: bigint
}

/** A report as it is stored. */
export interface ReportedSum {
  /** '2024-04' */
  period: string
  /** The day on which it was given. */
  asOf: string
  numerator: bigint | null
  denominator: bigint | null
}

/**
 * The sums in the order of their days, one a day, whatever the order in which they came. A figure for a month that is over
 * counts for the last day of that month, though it was corrected later. Figures without a plan («không phát sinh») say nothing.
 */
export function seriesOf(reports: readonly ReportedSum[]): Point[] {
  const byDay = new Map<string, Point>()
  for (const { period, asOf, numerator, denominator } of reports) {
    if (numerator === null || denominator === null || denominator <= 0n) continue
    const day = dayCounted(period, asOf)
    const known = byDay.get(day)
    if (!known || isPreferred({ done: numerator, plan: denominator }, known))
      byDay.set(day, { day, done: numerator, plan: denominator })
  }
  return [...byDay.values()].sort((a, b) => (a.day < b.day ? -1 : 1))
}

function dayCounted(period: string, asOf: string): string {
  if (!/^\d{4}-\d{2}$/.test(period)) return asOf
  const { year, month, daysInMonth } = Temporal.PlainYearMonth.from(period)
  const end = Temporal.PlainDate.from({ year, month, day: daysInMonth }).toString()
  return asOf < end ? asOf : end
}

/** Of two figures for one day the larger; something must decide, always in the same way. */
function isPreferred(one: Omit<Point, 'day'>, other: Omit<Point, 'day'>): boolean {
  return one.done > other.done || (one.done === other.done && one.plan > other.plan)
}

/** Calendar days from one day to another; negative when the other is earlier. */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: 'days' }).days
}

export function dayAfter(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString()
}

/** As people write a day of the year that is spoken of: «30/9». */
export function shortDay(day: string): string {
  return `${Number(day.slice(8, 10))}/${Number(day.slice(5, 7))}`
}
