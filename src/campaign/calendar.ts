import { Temporal } from 'temporal-polyfill'

export const weekdays = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'] as const
export type Weekday = (typeof weekdays)[number]

/** Days off and swapped working days of one year, as decided each year (calendar.md §2). Plain dates 'YYYY-MM-DD'. */
export interface CalendarYear {
  /** Provisional: worked out from the rules, the decision of the year is not known yet. */
  status: 'official' | 'provisional'
  off: readonly { date: string; name: string }[]
  /** Weekend days that are worked in exchange for a day off. */
  workingWeekend: readonly string[]
}

export interface CalendarData {
  timeZone: string
  weekend: readonly Weekday[]
  /** Keyed by the year, four digits. */
  years: Readonly<Record<string, CalendarYear>>
}

/**
 * Arithmetic of working days of state agencies. Pure. A year without an entry has weekends and no holidays (`knowsYear` tells):
 * arithmetic never stops because a decision has not been entered yet.
 */
export interface WorkingCalendar {
  readonly timeZone: string
  knowsYear(year: number): boolean
  /** Whether the days off of the year are worked out from the rules, because they have not been announced. */
  isProvisional(year: number): boolean
  isWorkingDay(day: Temporal.PlainDate): boolean
  /** Name of the day off, null for a working day or a plain weekend. */
  holidayName(day: Temporal.PlainDate): string | null
  /** `count` working days later, or earlier when negative; the start is not counted. 0 is the start itself, working or not. */
  addWorkingDays(start: Temporal.PlainDate, count: number): Temporal.PlainDate
  /** Working days after `from`, up to and with `to`; negative when `to` lies before `from`. */
  workingDaysBetween(from: Temporal.PlainDate, to: Temporal.PlainDate): number
  lastWorkingDayOnOrBefore(day: Temporal.PlainDate): Temporal.PlainDate
  firstWorkingDayOnOrAfter(day: Temporal.PlainDate): Temporal.PlainDate
}

export function workingCalendar(data: CalendarData): WorkingCalendar {
  const weekend = new Set(data.weekend.map(name => weekdays.indexOf(name) + 1))
  const years = Object.values(data.years)
  const off = new Map(years.flatMap(year => year.off).map(({ date, name }) => [date, name]))
  const swapped = new Set(years.flatMap(year => year.workingWeekend))

  function isWorkingDay(day: Temporal.PlainDate): boolean {
    const iso = day.toString()
    if (off.has(iso)) return false
    return !weekend.has(day.dayOfWeek) || swapped.has(iso)
  }

  function nearest(day: Temporal.PlainDate, direction: 1 | -1): Temporal.PlainDate {
    let at = day
    for (let tried = 0; tried < longestRest; tried++) {
      if (isWorkingDay(at)) return at
      at = at.add({ days: direction })
    }
    throw new Error(`no working day within ${longestRest} days of ${day}: the calendar is wrong`)
  }

  function addWorkingDays(start: Temporal.PlainDate, count: number): Temporal.PlainDate {
    const direction = count < 0 ? -1 : 1
    let at = start
    for (let left = Math.abs(count); left > 0; left--) at = nearest(at.add({ days: direction }), direction)
    return at
  }

  function workingDaysBetween(from: Temporal.PlainDate, to: Temporal.PlainDate): number {
    if (before(to, from)) return -workingDaysBetween(to, from)
    let count = 0
    for (let day = from; before(day, to); ) {
      day = day.add({ days: 1 })
      if (isWorkingDay(day)) count++
    }
    return count
  }

  return {
    timeZone: data.timeZone,
    knowsYear: year => String(year) in data.years,
    isProvisional: year => data.years[String(year)]?.status === 'provisional',
    isWorkingDay,
    holidayName: day => off.get(day.toString()) ?? null,
    addWorkingDays,
    workingDaysBetween,
    lastWorkingDayOnOrBefore: day => nearest(day, -1),
    firstWorkingDayOnOrAfter: day => nearest(day, 1),
  }
}

/** Last instant of a deadline: 23:59:59.999 of the day in the time zone. */
export function deadlineInstant(day: Temporal.PlainDate, timeZone: string): Temporal.Instant {
  return day.toZonedDateTime({ timeZone, plainTime: '23:59:59.999' }).toInstant()
}

/** Last day of a quarter, 1 to 4. */
export function quarterEnd(year: number, quarter: number): Temporal.PlainDate {
  return monthEnd(year, quarter * 3)
}

/** Last day of a month, 1 to 12. */
export function monthEnd(year: number, month: number): Temporal.PlainDate {
  const first = Temporal.PlainDate.from({ year, month, day: 1 }, { overflow: 'reject' })
  return first.with({ day: first.daysInMonth })
}

/** Longer than any Tết with its swapped days. */
const longestRest = 30

function before(one: Temporal.PlainDate, other: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(one, other) < 0
}
