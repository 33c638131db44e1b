import type { Ctx } from '../../contract/feature.ts'
import { firstSendingTime } from '../../reminders/plan/first-sending-time.ts'
import { closingTime, type DayAndHour, dayAndHour, instantAt } from '../../reminders/plan/sending-hours.ts'
import { workingDaysOf } from '../../reminders/plan/working-days.ts'
import type { Composed } from '../../reminders/words/message.ts'
import { composeFor } from './compose.ts'
import { placeholderProblems } from './placeholders.ts'
import { type Recipient, recipientsOf } from './recipients.ts'
import { type Draft, farthestDays, isNudge, longestFilled, longestText, type Problem, problemsOf } from './rules.ts'

/** What one person would get, and when it may go. */
export interface PlannedOne {
  recipient: Recipient
  composed: Composed
  notBefore: Date
  expiresAt: Date
}

/** A broadcast before it is confirmed: what the officer sees is what will be sent. */
export interface PlannedBroadcast {
  problems: readonly Problem[]
  ones: readonly PlannedOne[]
  /** Those nothing can be brought to, with the reason. */
  unreachable: readonly Recipient[]
  begin: DayAndHour
  /** It cannot begin when it was wanted: the office is closed then. */
  isMoved: boolean
}

export async function planBroadcast(ctx: Ctx, draft: Draft): Promise<PlannedBroadcast> {
  const { timeZone, plan } = ctx.campaign
  const rules = plan.reminderRules
  const calendar = workingDaysOf(ctx.campaign.calendar)
  const now = dayAndHour(ctx.now, timeZone)
  const problems = [
    ...problemsOf(draft, now, ctx.today.add({ days: farthestDays }).toString()),
    ...placeholderProblems(draft.text, isNudge(draft.audience), ctx.t),
  ]
  const wanted = draft.at ?? now
  const begin = firstSendingTime(wanted, rules, calendar) ?? wanted
  const recipient = await recipientsOf(ctx, draft.audience)
  if (recipient.length === 0) problems.push({ name: isNudge(draft.audience) ? 'nobodyOwes' : 'nobody' })
  const ones: PlannedOne[] = []
  const unreachable: Recipient[] = []
  for (const one of recipient) {
    const at = one.person ? firstSendingTime(begin, rules, calendar, one.person) : null
    if (one.account === null || at === null) {
      unreachable.push(one.account === null ? one : { ...one, account: null, why: 'quiet' })
      continue
    }
    const isNow = at.day === now.day && at.hour === now.hour
    ones.push({
      recipient: one,
      composed: composeFor(ctx, draft.text, one, at.day, calendar),
      notBefore: isNow ? ctx.now : instantAt(at.day, at.hour, timeZone),
      expiresAt: closingTime(at.day, rules, timeZone),
    })
  }
  const length = Math.max(0, ...ones.map(({ composed }) => composed.message.text.length))
  if (draft.text.length <= longestText && length > longestFilled)
    problems.push({ name: 'tooLongFilled', params: { length, longest: longestFilled } })
  const isMoved = begin.day !== wanted.day || begin.hour !== wanted.hour
  return { problems, ones, unreachable, begin, isMoved }
}
