import type { ActiveCampaign } from '../../campaign/active.ts'
import { firstSendingTime } from '../../reminders/plan/first-sending-time.ts'
import { dayAndHour, instantAt } from '../../reminders/plan/sending-hours.ts'
import { workingDaysOf } from '../../reminders/plan/working-days.ts'

/** From when on a notice may go out: it finds people at their work. */
export function inOfficeHours(campaign: ActiveCampaign, now: Date): { notBefore?: Date } {
  const calendar = workingDaysOf(campaign.calendar)
  const first = firstSendingTime(dayAndHour(now, campaign.timeZone), campaign.plan.reminderRules, calendar)
  return first ? { notBefore: instantAt(first.day, first.hour, campaign.timeZone) } : {}
}
