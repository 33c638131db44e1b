import { Temporal } from 'temporal-polyfill'
import type { Day } from '../spans/day.ts'
import { yearOf } from '../spans/year.ts'

export interface DateContext {
  /** The reference day: relative words count from it. */
  readonly today: Temporal.PlainDate
  /** Differs from the year of `today` only around the turn of the year; then a bare day and month is asked. */
  readonly campaignYear: number
}

/** Years that an answer may name; outside them the date cannot be held. */
const YEARS = { first: 1900, last: 2100 }

/** The days that are meant, several where the year is open; none where there is no such day. */
export function daysOf(
  day: Extract<Day, { is: 'day' | 'offset' | 'end' | 'ofMonth' }>,
  context: DateContext,
): Temporal.PlainDate[] {
  const { today } = context
  if (day.is === 'offset') return [today.add({ days: day.days })]
  if (day.is === 'ofMonth') {
    const { year, month } = today.with({ day: 1 }).add({ months: day.by })
    return dayIn(year, month, day.day)
  }
  if (day.is === 'day') {
    const years = day.year === undefined ? openYears(context) : [yearOf(day.year, today.year)]
    return years.flatMap(year => dayIn(year, day.month, day.day))
  }
  if (day.of === 'year') return dayIn(yearOf(day.year, today.year) + (day.offset ?? 0), 12, 31)
  const months = day.of === 'month' ? 1 : 3
  if (day.number === undefined) {
    const first = today.with({ day: 1 }).add({ months: (day.offset ?? 0) * months })
    return dayIn(first.year, Math.ceil(first.month / months) * months, 'last')
  }
  const years = day.year === undefined ? openYears(context) : [yearOf(day.year, today.year)]
  return day.number * months > 12 ? [] : years.flatMap(year => dayIn(year, (day.number ?? 0) * months, 'last'))
}

const openYears = ({ today, campaignYear }: DateContext): number[] => [...new Set([today.year, campaignYear])]

function dayIn(year: number, month: number, day: number | 'last'): Temporal.PlainDate[] {
  if (month < 1 || month > 12 || day === 0 || year < YEARS.first || year > YEARS.last) return []
  const last = lastDay(year, month)
  const wanted = day === 'last' ? last : day
  return wanted <= last ? [new Temporal.PlainDate(year, month, wanted)] : []
}

/** Of a month of the years between 1900 and 2100. */
function lastDay(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

export const monday = (day: Temporal.PlainDate): Temporal.PlainDate => day.subtract({ days: day.dayOfWeek - 1 })

/** Whole weeks from this week to that of a day. */
export const weeksAway = (day: Temporal.PlainDate, today: Temporal.PlainDate): number =>
  Math.floor(monday(today).until(day).days / 7)

/** This week's and next week's day of that name. */
export const nextDays = (weekday: number, today: Temporal.PlainDate): string[] =>
  [0, 7].map(days =>
    monday(today)
      .add({ days: days + weekday - 1 })
      .toString(),
  )

/** The weeks that are said, by their distance from this one. */
export function weeksOf(said: readonly { readonly day: Day }[], today: Temporal.PlainDate): number[] {
  const weeks = said.flatMap(({ day }) => (day.is === 'week' ? [day.offset] : []))
  // «thứ hai tới» on a Friday is Monday; «thứ sáu tới» on a Monday may be this week's or the next.
  const next = said.flatMap(({ day }) =>
    day.is === 'weekday' && day.isNext && day.weekday <= today.dayOfWeek
      ? [1]
      : // «chủ nhật này» on a Wednesday; «thứ hai này» is past, or to come.
        day.is === 'weekday' && day.isThis && day.weekday >= today.dayOfWeek
        ? [0]
        : day.is === 'weekday' && day.isLast
          ? [day.weekday < today.dayOfWeek ? 0 : -1]
          : [],
  )
  return [...weeks, ...next]
}

/** «thứ sáu tuần này» */
export function dayOfWeek(
  said: readonly { readonly day: Day }[],
  today: Temporal.PlainDate,
): Temporal.PlainDate[] | undefined {
  const weekdays = said.flatMap(({ day }) => (day.is === 'weekday' ? [day.weekday] : []))
  const weeks = weeksOf(said, today)
  const [weekday, week] = [weekdays[0], weeks[0]]
  if (weekday === undefined || week === undefined || weekdays.length > 1 || weeks.length > 1) return undefined
  return [today.add({ days: weekday - today.dayOfWeek + 7 * week })]
}
