import { localTime } from '../clock.ts'

/** «15/03/2024» */
export function localDay(instant: Date, timeZone: string): string {
  return localTime(instant, timeZone).slice(0, 10)
}

/** «08:30» */
export function localHour(instant: Date, timeZone: string): string {
  return localTime(instant, timeZone).slice(11)
}
