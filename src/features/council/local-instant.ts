import { instantAt } from '../../reminders/plan/sending-hours.ts'

/** What a field of day and hour gives ('2024-12-05T08:30'), as an instant; null: nothing that is one. */
export function localInstant(text: string, timeZone: string): Date | null {
  const [day = '', hour = ''] = text.split('T')
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || !/^\d\d:\d\d/.test(hour)) return null
  try {
    return instantAt(day, hour.slice(0, 5), timeZone)
  } catch {
    return null
  }
}
