import { Temporal } from 'temporal-polyfill'
import { instantOf, zoned } from '../clock.ts'

/** Zalo's night goes by the time of Vietnam, wherever the campaign is. */
const timeZone = 'Asia/Ho_Chi_Minh'
const FROM_HOUR = 22
const TO_HOUR = 6

/** Between 22:00 and 6:00. */
export function isNightInVietnam(now: Date): boolean {
  const { hour } = zoned(now, timeZone)
  return hour >= FROM_HOUR || hour < TO_HOUR
}

/** The next 6:00 in Vietnam. */
export function morningInVietnam(now: Date): Date {
  const local = zoned(now, timeZone)
  const sameDay = local.withPlainTime(Temporal.PlainTime.from({ hour: TO_HOUR }))
  const morning = Temporal.ZonedDateTime.compare(local, sameDay) < 0 ? sameDay : sameDay.add({ days: 1 })
  return instantOf(morning.epochMilliseconds)
}
