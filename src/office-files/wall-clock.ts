import { after, zoned } from '../clock.ts'

const DAY = 86_400_000

/** Offsets of a zone by the day of UTC, in milliseconds; null: it changes on that day. Few days, whatever the number of rows. */
const offsets = new Map<string, number | null>()

/**
 * The instant at which the clocks of UTC show what the clocks of the zone show at the given one. An export asks for hundreds of
 * thousands of them, and of a time zone library each would cost a kilobyte.
 */
export function wallClock(instant: Date, timeZone: string): Date {
  const start = Math.floor(instant.getTime() / DAY) * DAY
  const key = `${timeZone} ${start}`
  let offset = offsets.get(key)
  if (offset === undefined) {
    const first = offsetAt(after(instant, start - instant.getTime()), timeZone)
    const last = offsetAt(after(instant, start + DAY - 1 - instant.getTime()), timeZone)
    offset = first === last ? first : null
    offsets.set(key, offset)
  }
  return after(instant, offset ?? offsetAt(instant, timeZone))
}

function offsetAt(instant: Date, timeZone: string): number {
  return zoned(instant, timeZone).offsetNanoseconds / 1_000_000
}
