import { Temporal } from 'temporal-polyfill'
import type { WorkingCalendar } from '../../campaign/calendar.ts'
import { instantOf } from '../../clock.ts'

/** What the planner must know of the calendar. Days are 'YYYY-MM-DD' in the campaign's time zone. */
export interface WorkingDays {
  isWorking(day: string): boolean
}

/** Remembers the answers: a season asks for the same few hundred days again and again. */
export function workingDays(isWorking: (day: Temporal.PlainDate) => boolean): WorkingDays {
  const known = new Map<string, boolean>()
  return {
    isWorking: day => {
      const found = known.get(day)
      if (found !== undefined) return found
      const answer = isWorking(Temporal.PlainDate.from(day))
      known.set(day, answer)
      return answer
    },
  }
}

/** Those of a campaign's calendar, remembered for as long as it lives: each line of a list asks for them. */
export function workingDaysOf(calendar: WorkingCalendar): WorkingDays {
  const known = ofCalendar.get(calendar) ?? workingDays(day => calendar.isWorkingDay(day))
  ofCalendar.set(calendar, known)
  return known
}

const ofCalendar = new WeakMap<WorkingCalendar, WorkingDays>()

/** Counted in UTC, whose days are all of one length: a season goes from day to day a million times. */
export function addDays(day: string, days: number): string {
  return instantOf(Date.parse(day) + days * DAY)
    .toISOString()
    .slice(0, 10)
}

const DAY = 86_400_000

/** The day itself when it is a working day, else the nearest one in the direction. */
export function workingDayAt(day: string, direction: 1 | -1, calendar: WorkingDays): string {
  let at = day
  for (let tried = 0; tried < LONGEST_REST; tried++) {
    if (calendar.isWorking(at)) return at
    at = addDays(at, direction)
  }
  throw new Error(`no working day within ${LONGEST_REST} days of ${day}: the calendar is wrong`)
}

/** `count` working days away; the start is not counted. Test vectors: calendar.md §5. */
export function addWorkingDays(day: string, count: number, calendar: WorkingDays): string {
  const direction = count < 0 ? -1 : 1
  let at = day
  for (let left = Math.abs(count); left > 0; left--) at = workingDayAt(addDays(at, direction), direction, calendar)
  return at
}

/** Working days after `from` up to and with `to`; negative when `to` lies before. */
export function workingDaysBetween(from: string, to: string, calendar: WorkingDays): number {
  if (to < from) return -workingDaysBetween(to, from, calendar)
  let count = 0
  for (let day = dayAfter(from); day <= to; day = dayAfter(day)) if (calendar.isWorking(day)) count++
  return count
}

/** Remembered: what is overdue is counted from its day on, each time anew. */
function dayAfter(day: string): string {
  const known = after.get(day) ?? addDays(day, 1)
  after.set(day, known)
  return known
}

const after = new Map<string, string>()

/** Longer than any Tết with its swapped days. */
const LONGEST_REST = 30
