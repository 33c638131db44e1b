import { Temporal } from 'temporal-polyfill'
import type { ReminderRules } from '../../campaign/duty.ts'
import { instantOf, zoned } from '../../clock.ts'
import { addDays, type WorkingDays } from './working-days.ts'

/** The local day and hour of an instant. */
export interface DayAndHour {
  /** 'YYYY-MM-DD' */
  day: string
  /** 'HH:mm' */
  hour: string
}

export function dayAndHour(instant: Date, timeZone: string): DayAndHour {
  const at = zoned(instant, timeZone)
  return { day: at.toPlainDate().toString(), hour: at.toPlainTime().toString({ smallestUnit: 'minute' }) }
}

/** Whether the office is at its desks: nothing is sent at night, at noon or on a day off. */
export function isSendingTime(at: DayAndHour, rules: ReminderRules, calendar: WorkingDays): boolean {
  return calendar.isWorking(at.day) && isInWindow(at.hour, rules)
}

export function isInWindow(hour: string, rules: ReminderRules): boolean {
  return rules.windows.some(window => window.from <= hour && hour < window.to)
}

/** Whether the person wants peace at this hour. The span may pass midnight. */
export function isQuiet(hour: string, person: { quietFrom: string | null; quietTo: string | null }): boolean {
  const { quietFrom, quietTo } = person
  if (quietFrom === null || quietTo === null || quietFrom === quietTo) return false
  return quietFrom < quietTo ? quietFrom <= hour && hour < quietTo : hour >= quietFrom || hour < quietTo
}

/** The end of the day's last window: a message that has not left by then waits for another day. */
export function closingTime(day: string, rules: ReminderRules, timeZone: string): Date {
  const end =
    rules.windows
      .map(window => window.to)
      .sort()
      .at(-1) ?? '23:59'
  return instantAt(day, end, timeZone)
}

/** The next opening after this day. */
export function nextMorning(day: string, rules: ReminderRules, calendar: WorkingDays, timeZone: string): Date {
  let next = addDays(day, 1)
  while (!calendar.isWorking(next)) next = addDays(next, 1)
  return instantAt(next, rules.windows[0]?.from ?? '08:00', timeZone)
}

/** The instant of a local day and hour. */
export function instantAt(day: string, hour: string, timeZone: string): Date {
  return instantOf(Temporal.PlainDateTime.from(`${day}T${hour}`).toZonedDateTime(timeZone).epochMilliseconds)
}
