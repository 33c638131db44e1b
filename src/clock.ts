import { Temporal } from 'temporal-polyfill'

/** The only source of time. Nothing else in the system asks the machine for the time. */
export interface Clock {
  /** The present instant. */
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }

/** A clock that begins at `start` and runs on at the pace of the real one (demo and tests). */
export function clockStartingAt(start: Temporal.Instant): Clock {
  const offset = start.epochMilliseconds - Date.now()
  return { now: () => new Date(Date.now() + offset) }
}

/** A clock that runs on and can be put forward, never back (demonstration). */
export interface MovableClock extends Clock {
  /** Goes on from this instant; when it lies behind, nothing happens. */
  moveTo(instant: Date): void
}

export function movableClock(start: Temporal.Instant): MovableClock {
  let offset = start.epochMilliseconds - Date.now()
  return {
    now: () => new Date(Date.now() + offset),
    moveTo: instant => {
      offset = Math.max(offset, instant.getTime() - Date.now())
    },
  }
}

/** A clock that stands still until it is moved (tests, time machine). */
export function steppedClock(start: string): Clock & { set(to: string): void; advance(milliseconds: number): void } {
  let instant = new Date(start)
  return {
    now: () => instant,
    set: to => {
      instant = new Date(to)
    },
    advance: milliseconds => {
      instant = new Date(instant.getTime() + milliseconds)
    },
  }
}

/** The calendar day of an instant in a time zone. */
export function dayOf(instant: Date, timeZone: string): Temporal.PlainDate {
  const quarter = Math.floor(instant.getTime() / QUARTER_OF_AN_HOUR)
  if (lastDay?.quarter !== quarter || lastDay.timeZone !== timeZone)
    lastDay = { quarter, timeZone, day: zoned(instant, timeZone).toPlainDate() }
  return lastDay.day
}

/** Every event asks for the day of now. In every time zone of our days, days begin at a full quarter of an hour. */
let lastDay: { quarter: number; timeZone: string; day: Temporal.PlainDate } | undefined
const QUARTER_OF_AN_HOUR = 900_000

/** The local date and time of an instant in a time zone. */
export function zoned(instant: Date, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone)
}

/** The instant that lies `milliseconds` after another. */
export function after(instant: Date, milliseconds: number): Date {
  return new Date(instant.getTime() + milliseconds)
}

/** The instant of an ISO text, for edges that receive one (platform events, stored JSON). */
export function instantOf(iso: string | number): Date {
  return new Date(iso)
}

/** An instant as people read it: «15/03/2024 08:30». */
export function localTime(instant: Date, timeZone: string): string {
  const local = wallClock(instant, timeZone).toISOString()
  return `${local.slice(8, 10)}/${local.slice(5, 7)}/${local.slice(0, 4)} ${local.slice(11, 16)}`
}

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
