import { Temporal } from 'temporal-polyfill'
import { monthEnd, quarterEnd, type WorkingCalendar } from './calendar.ts'
import type { Duty } from './duty.ts'
import type { Plan } from './plan.ts'

/** One occurrence of a duty. */
export interface DueDay {
  /** '' for what is owed once, '2024-Q2', '2024-04'. */
  period: string
  dueOn: Temporal.PlainDate
  /** How it is told: «trong Quý I/2024». */
  legalText: string
}

/** Every day on which a duty falls due in the campaign; none for a duty whose deadline has no day. */
export function dueDays(plan: Plan, duty: Duty, calendar: WorkingCalendar): DueDay[] {
  const { due, legalText } = duty
  switch (due.kind) {
    case 'once': {
      const dueOn = deadlineDay(plan, due.deadline, calendar)
      return dueOn ? [{ period: '', dueOn, legalText }] : []
    }
    case 'quarterly':
      return due.quarters.map(quarter => ({
        period: `${plan.year}-Q${quarter}`,
        dueOn: quarterEnd(plan.year, quarter),
        legalText: legalText.replaceAll('{quarter}', roman[quarter - 1] ?? String(quarter)),
      }))
    case 'monthly':
      return due.months.map(month => ({
        period: `${plan.year}-${String(month).padStart(2, '0')}`,
        dueOn: monthEnd(plan.year, month),
        legalText: legalText.replaceAll('{month}', String(month)),
      }))
    case 'perItem':
      return []
  }
}

/** The day of a deadline; null when it has none. A day counted back in working days follows the calendar. */
export function deadlineDay(plan: Plan, code: string, calendar: WorkingCalendar): Temporal.PlainDate | null {
  const day = plan.deadlines.find(deadline => deadline.code === code)?.day ?? null
  if (day === null) return null
  if ('on' in day) return Temporal.PlainDate.from(day.on)
  const { deadline, days } = day.workingDaysBefore
  const from = deadlineDay(plan, deadline, calendar)
  return from && calendar.addWorkingDays(from, -days)
}

const roman = ['I', 'II', 'III', 'IV']
