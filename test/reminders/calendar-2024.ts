import type { Temporal } from 'temporal-polyfill'
import { workingDays } from '../../src/reminders/plan/working-days.ts'

/** The official year 2024 (calendar.md §4), and the first days of 2025. */
export const off2024 = new Set([
  '2024-01-01',
  '2024-02-08',
  '2024-02-09',
  '2024-02-12',
  '2024-02-13',
  '2024-02-14',
  '2024-04-18',
  '2024-04-29',
  '2024-04-30',
  '2024-05-01',
  '2024-09-02',
  '2024-09-03',
  '2025-01-01',
])

export function calendar2024(extraOff: ReadonlySet<string> = new Set()) {
  return workingDays((day: Temporal.PlainDate) => {
    const iso = day.toString()
    if (extraOff.has(iso) || off2024.has(iso)) return false
    return day.dayOfWeek <= 5 || iso === '2024-05-04'
  })
}
