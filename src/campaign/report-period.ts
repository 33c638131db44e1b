import { Temporal } from 'temporal-polyfill'
import { monthEnd, quarterEnd } from './calendar.ts'
import type { Plan } from './plan.ts'
import type { Target } from './target.ts'

/** The first and last day of a period, 'YYYY-MM-DD'. */
export interface Span {
  from: string
  to: string
}

/** Days of «2024-Q2», «2024-04», «2024-H1», «2024-9M», «2024»; null for anything else. */
export function spanOf(period: string): Span | null {
  const found = /^(\d{4})(?:-(?:Q([1-4])|(\d\d)|H([12])|(9M)))?$/.exec(period)
  if (!found) return null
  const [, year, quarter, month, half, nineMonths] = found
  const end = (last: number) => monthEnd(Number(year), last).toString()
  const from = (first: number) => `${year}-${String(first).padStart(2, '0')}-01`
  if (quarter) return { from: from(Number(quarter) * 3 - 2), to: end(Number(quarter) * 3) }
  if (month)
    return Number(month) >= 1 && Number(month) <= 12 ? { from: from(Number(month)), to: end(Number(month)) } : null
  if (half) return { from: from(half === '1' ? 1 : 7), to: end(half === '1' ? 6 : 12) }
  return { from: from(1), to: end(nineMonths ? 9 : 12) }
}

/**
 * The period of the report that meets an obligation. What comes back has its own. Of what is owed once it is the period that ends with
 * the due day: the month for disbursement, the year at the end of the campaign, else the quarter.
 */
export function periodOwed(
  plan: Pick<Plan, 'targets' | 'endsOn'>,
  { period, dueOn, targets }: { period: string; dueOn: string; targets: readonly string[] },
): string {
  if (period !== '') return period
  const target = plan.targets.find(({ code }) => targets.includes(code))
  if (target && !isMonthly(target) && dueOn === plan.endsOn) return dueOn.slice(0, 4)
  return periodAround(target, Temporal.PlainDate.from(dueOn))
}

/** The period of a target's rhythm in which a day lies: the month for disbursement, the quarter for everything else (D09). */
export function periodAround(target: Pick<Target, 'measure'> | undefined, day: Temporal.PlainDate): string {
  if (target && isMonthly(target)) return day.toString().slice(0, 7)
  return `${day.year}-Q${Math.ceil(day.month / 3)}`
}

/** The one before it; null where it begins before the campaign does. */
export function periodBefore(
  target: Pick<Target, 'measure'>,
  day: Temporal.PlainDate,
  startsOn: Temporal.PlainDate,
): string | null {
  const end = isMonthly(target)
    ? day.with({ day: 1 }).subtract({ days: 1 })
    : quarterEnd(day.year, Math.ceil(day.month / 3))
        .with({ day: 1 })
        .subtract({ months: 2, days: 1 })
  return Temporal.PlainDate.compare(end, startsOn) < 0 ? null : periodAround(target, end)
}

/** The quarter or month before «2024-Q2», «2024-04»; null for anything else. */
export function justBefore(period: string): string | null {
  const span = /-(?:Q\d|\d\d)$/.test(period) ? spanOf(period) : null
  if (!span) return null
  const { year, month } = Temporal.PlainDate.from(span.from).subtract({ days: 1 })
  return period.includes('Q') ? `${year}-Q${Math.ceil(month / 3)}` : `${year}-${String(month).padStart(2, '0')}`
}

function isMonthly({ measure }: Pick<Target, 'measure'>): boolean {
  return measure.kind === 'PERCENT' && measure.unit === 'money'
}
