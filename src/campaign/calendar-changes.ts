import type { CalendarData } from './calendar.ts'

/** A day whose meaning changes; null: an ordinary day. A day off has its name, a day worked in exchange is 'working'. */
export interface DayChange {
  date: string
  from: DayMeaning | null
  to: DayMeaning | null
}

export type DayMeaning = { off: string } | 'working'

/** What differs between two calendars, by day. */
export function dayChanges(before: CalendarData, after: CalendarData): DayChange[] {
  const [old, now] = [meanings(before), meanings(after)]
  const dates = [...new Set([...old.keys(), ...now.keys()])].sort()
  return dates
    .map(date => ({ date, from: old.get(date) ?? null, to: now.get(date) ?? null }))
    .filter(({ from, to }) => JSON.stringify(from) !== JSON.stringify(to))
}

function meanings({ years }: CalendarData): ReadonlyMap<string, DayMeaning> {
  return new Map<string, DayMeaning>(
    Object.values(years).flatMap(({ off, workingWeekend }) => [
      ...off.map(({ date, name }) => [date, { off: name }] as const),
      ...workingWeekend.map(date => [date, 'working'] as const),
    ]),
  )
}
