import type { ReminderRules } from '../../campaign/duty.ts'
import { type DayAndHour, isInWindow, isQuiet } from './sending-hours.ts'
import { addDays, type WorkingDays } from './working-days.ts'

/**
 * The first moment at or after `at` at which the office is open and the person has not asked for peace. Null: within two
 * months there is none, because the quiet hours cover the whole office day.
 */
export function firstSendingTime(
  at: DayAndHour,
  rules: ReminderRules,
  calendar: WorkingDays,
  person: { quietFrom: string | null; quietTo: string | null } = { quietFrom: null, quietTo: null },
): DayAndHour | null {
  const openings = [at.hour, person.quietTo ?? at.hour, ...rules.windows.map(window => window.from)].toSorted()
  for (let ahead = 0; ahead <= FARTHEST; ahead++) {
    const day = addDays(at.day, ahead)
    if (!calendar.isWorking(day)) continue
    // Of a later day the hour of `at` is never the first: what lies open then opened before.
    const hour = openings.find(one => (ahead > 0 || one >= at.hour) && isInWindow(one, rules) && !isQuiet(one, person))
    if (hour !== undefined) return { day, hour }
  }
  return null
}

/** Days. Longer than any Tết. */
const FARTHEST = 60
