import type { CalendarData } from '../src/campaign/calendar.ts'

// Days are counted here by hand, on purpose not with the product's own calendar: what is to be judged must not judge itself.

const DAY = 86_400_000
/** Viet Nam has no summer time. */
const OFFSET = 7 * 3_600_000

export function plusDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10)
}

/** 0: Sunday. */
export function weekday(day: string): number {
  return new Date(Date.parse(`${day}T00:00:00Z`)).getUTCDay()
}

export function localDay(instant: string): string {
  return new Date(Date.parse(instant) + OFFSET).toISOString().slice(0, 10)
}

export function localHour(instant: string): string {
  return new Date(Date.parse(instant) + OFFSET).toISOString().slice(11, 16)
}

export function instantOfLocal(day: string, hour: string): string {
  return new Date(Date.parse(`${day}T${hour}:00Z`) - OFFSET).toISOString()
}

export function plusSeconds(instant: string, seconds: number): string {
  return new Date(Date.parse(instant) + seconds * 1_000).toISOString()
}

export type IsWorking = (day: string) => boolean

export function workingDaysOf({ years }: CalendarData): IsWorking {
  const all = Object.values(years)
  const off = new Set(all.flatMap(year => year.off.map(({ date }) => date)))
  const swapped = new Set(all.flatMap(year => year.workingWeekend))
  return day => !off.has(day) && (swapped.has(day) || (weekday(day) !== 0 && weekday(day) !== 6))
}

export function toWorkingDay(day: string, direction: 1 | -1, isWorking: IsWorking): string {
  let at = day
  while (!isWorking(at)) at = plusDays(at, direction)
  return at
}

/** `count` working days on, or back when negative. */
export function plusWorkingDays(day: string, count: number, isWorking: IsWorking): string {
  const direction = count < 0 ? -1 : 1
  let at = day
  for (let left = Math.abs(count); left > 0; left--) at = toWorkingDay(plusDays(at, direction), direction, isWorking)
  return at
}

/** Working days after `from`, up to and with `to`. */
export function workingDaysFrom(from: string, to: string, isWorking: IsWorking): number {
  let count = 0
  for (let day = plusDays(from, 1); day <= to; day = plusDays(day, 1)) if (isWorking(day)) count++
  return count
}
