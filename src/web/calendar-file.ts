import ical, { ICalEventStatus, ICalEventTransparency } from 'ical-generator'
import type { Dated } from '../contract/dated.ts'

interface CalendarOf {
  name: string
  /** Where the product is found; events keep their identity under its host. */
  address: string
  now: Date
  dates: readonly Dated[]
}

/** The days as RFC 5545 writes them. Nobody is shown as busy by a deadline. */
export function calendarFile({ name, address, now, dates }: CalendarOf): string {
  const calendar = ical({ name, prodId: { company: new URL(address).host, product: name }, ttl: 6 * 60 * 60 })
  for (const { id, day, title, more, isTentative } of dates)
    calendar.createEvent({
      id: `${id}@${new URL(address).host}`,
      // The library writes whole days as they are in UTC.
      start: new Date(`${day}T00:00:00Z`),
      allDay: true,
      stamp: now,
      summary: title,
      description: more,
      url: address,
      status: isTentative ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED,
      transparency: ICalEventTransparency.TRANSPARENT,
    })
  return calendar.toString()
}
