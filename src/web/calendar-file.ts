import ical, { ICalEventStatus, ICalEventTransparency } from 'ical-generator'
import type { Dated } from '../contract/dated.ts'
import type { Changes } from '../people/calendar-events.ts'

interface CalendarOf {
  name: string
  /** Where the product is found; events keep their identity under its host. */
  address: string
  dates: readonly ShownDate[]
}

/** A day with how often what is shown of it has changed, and when it last did. */
export type ShownDate = Dated & Changes

/** The days as RFC 5545 writes them. Nobody is shown as busy by a deadline. */
export function calendarFile({ name, address, dates }: CalendarOf): string {
  const calendar = ical({ name, prodId: { company: new URL(address).host, product: name }, ttl: 6 * 60 * 60 })
  for (const { id, day, title, more, isTentative, sequence, changedAt } of dates)
    calendar.createEvent({
      id: `${id}@${new URL(address).host}`,
      // The library writes whole days as they are in UTC.
      start: new Date(`${day}T00:00:00Z`),
      allDay: true,
      stamp: changedAt,
      lastModified: changedAt,
      sequence,
      summary: title,
      description: more,
      url: address,
      status: isTentative ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED,
      transparency: ICalEventTransparency.TRANSPARENT,
    })
  return calendar.toString()
}
