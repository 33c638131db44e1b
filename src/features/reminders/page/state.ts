import { provisionalDuties } from '../../../campaign/provisional.ts'
import type { DeskRow } from '../../../contract/desk-page.ts'
import type { Ctx } from '../../../contract/feature.ts'
import { formatDate } from '../../../reading/format.ts'
import { workingDayAt, workingDaysOf } from '../../../reminders/plan/working-days.ts'
import { timeLeft } from '../../../reminders/words/time-left.ts'
import type { Obligation, ReminderOrder } from '../../../store/generated/client.ts'
import { dueOf } from '../answered.ts'
import { promiseIn, stopIn } from './orders.ts'

export function isOverdue(ctx: Ctx, obligation: Obligation): boolean {
  return dueOf(obligation) < ctx.today.toString() && !hasNoDay(ctx, obligation)
}

/** Only a planning aid of the office: nobody is late for it. */
function hasNoDay(ctx: Ctx, { dutyCode }: Obligation): boolean {
  return provisionalDuties(ctx.campaign.plan).includes(dutyCode)
}

/** The day, and how many working days are left or have passed. */
export function dueInWords(ctx: Ctx, obligation: Obligation): string {
  const calendar = workingDaysOf(ctx.campaign.calendar)
  const dueOn = dueOf(obligation)
  if (hasNoDay(ctx, obligation)) return ctx.t('reminders.page.left.provisional', { due: formatDate(dueOn) })
  const deadline = { dueOn, remindBy: workingDayAt(dueOn, -1, calendar) }
  const left = timeLeft(deadline, ctx.today.toString(), calendar)
  return ctx.t(`reminders.page.left.${left.is}`, {
    due: formatDate(dueOn),
    ...('days' in left ? { count: left.days } : {}),
  })
}

export function stateOf(
  ctx: Ctx,
  obligation: Obligation,
  orders: readonly ReminderOrder[],
  isClaimed: boolean,
): DeskRow['state'] {
  const say = (name: string) => ctx.t(`reminders.page.states.${name}`)
  if (obligation.state === 'MET' || obligation.state === 'WITHDRAWN')
    return { label: say(obligation.state), tone: 'good' }
  if (isClaimed) return { label: say('claimed'), tone: 'waiting' }
  const promise = promiseIn(orders)
  const stop = stopIn(orders)
  const label = [
    say(obligation.state === 'WITH_HEAD' ? 'WITH_HEAD' : isOverdue(ctx, obligation) ? 'overdue' : 'OPEN'),
    ...(promise ? [ctx.t('reminders.page.promised', { day: formatDate(promise.value) })] : []),
    ...(stop ? [ctx.t('reminders.page.stopped', { reason: stop.reason })] : []),
  ].join(' · ')
  return { label, tone: isOverdue(ctx, obligation) ? 'bad' : obligation.state === 'WITH_HEAD' ? 'waiting' : 'neutral' }
}
