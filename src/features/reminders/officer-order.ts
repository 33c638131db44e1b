import { provisionalDuties } from '../../campaign/provisional.ts'
import type { Ctx } from '../../contract/feature.ts'
import { writeAudit } from '../../people/audit.ts'
import { firstSendingTime } from '../../reminders/plan/first-sending-time.ts'
import { dayAndHour } from '../../reminders/plan/sending-hours.ts'
import { workingDaysOf } from '../../reminders/plan/working-days.ts'
import { lookAgain } from '../../reminders/round/look-again.ts'
import { weekdayAndDate } from '../../reminders/words/days-in-words.ts'
import type { Obligation } from '../../store/generated/client.ts'
import { newId } from '../../store/new-id.ts'
import { nextStep } from './next-step.ts'

/** What an officer may order for the reminders of one obligation, each with a reason. */
export type OfficerOrder =
  | { kind: 'STOP' | 'RESUME' | 'HASTEN' }
  /** Leaves out one step of the ladder; named, so that a second press does not leave out the one after it. */
  | { kind: 'SKIP'; step: string; day: string }

export async function officerOrders(ctx: Ctx, obligation: Obligation): Promise<OfficerOrder[]> {
  if (obligation.state === 'MET' || obligation.state === 'WITHDRAWN') return []
  if (provisionalDuties(ctx.campaign.plan).includes(obligation.dutyCode)) return []
  if (await isStopped(ctx, obligation.id)) return [{ kind: 'RESUME' }]
  const next = await nextStep(ctx, obligation)
  const skip: OfficerOrder[] = next ? [{ kind: 'SKIP', step: next.key, day: next.day }] : []
  return [{ kind: 'HASTEN' }, ...skip, { kind: 'STOP' }]
}

/** The order as an action of the desk is named. */
export function nameOf(order: OfficerOrder): string {
  return order.kind === 'SKIP' ? `SKIP ${order.step} ${order.day}` : order.kind
}

export function orderNamed(name: string): OfficerOrder | null {
  const [kind, step, day] = name.split(' ')
  if (kind === 'STOP' || kind === 'RESUME' || kind === 'HASTEN') return { kind }
  return kind === 'SKIP' && step && day && /^\d{4}-\d\d-\d\d$/.test(day) ? { kind, step, day } : null
}

export async function isStopped(ctx: Ctx, obligationId: string): Promise<boolean> {
  const last = await ctx.tx.reminderOrder.findFirst({
    where: { obligationId, kind: { in: ['STOP', 'RESUME'] } },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
  })
  return last?.kind === 'STOP'
}

/** Stops the ladder, lets it go on, leaves out its next step, or sends a reminder now. A second press finds it done. */
export async function giveOrder(
  ctx: Ctx,
  obligationId: string,
  order: OfficerOrder,
  reason: string,
): Promise<{ ok: boolean; say: string }> {
  const obligation = await ctx.tx.obligation.findFirst({
    where: { id: obligationId, campaignId: ctx.campaign.id, state: { in: ['OPEN', 'WITH_HEAD'] } },
  })
  if (!obligation) return { ok: false, say: ctx.t('reminders.order.gone') }
  if (reason.trim() === '') return { ok: false, say: ctx.t('reminders.order.needsReason') }
  const { kind } = order
  const value = kind === 'HASTEN' ? ctx.today.toString() : kind === 'SKIP' ? order.step : ''
  const done = { ok: true, say: doneInWords(ctx, order) }
  if (await isDone(ctx, obligationId, order, value)) return done
  const { id: byId } = ctx.person
  await ctx.tx.reminderOrder.create({
    data: { id: newId(ctx.now), obligationId, kind, personId: null, value, reason, byId, at: ctx.now },
  })
  const entry = {
    action: `reminder.${kind.toLowerCase()}`,
    subjectType: 'obligation' as const,
    subjectId: obligationId,
  }
  await writeAudit(
    ctx.tx,
    { actorId: byId, actorRole: 'PNV', ...entry, reason, ...(value ? { to: value } : {}) },
    ctx.now,
  )
  await lookAgain(ctx.tx, [obligationId])
  return done
}

async function isDone(ctx: Ctx, obligationId: string, { kind }: OfficerOrder, value: string): Promise<boolean> {
  if (kind === 'STOP' || kind === 'RESUME') return (await isStopped(ctx, obligationId)) === (kind === 'STOP')
  return (await ctx.tx.reminderOrder.count({ where: { obligationId, kind, value } })) > 0
}

function doneInWords(ctx: Ctx, order: OfficerOrder): string {
  const { plan, timeZone, calendar } = ctx.campaign
  const now = dayAndHour(ctx.now, timeZone)
  switch (order.kind) {
    case 'STOP':
    case 'RESUME':
      return ctx.t(`reminders.order.done.${order.kind}`)
    case 'SKIP':
      return ctx.t('reminders.order.done.SKIP', { day: weekdayAndDate(order.day, ctx.t) })
    case 'HASTEN': {
      const working = workingDaysOf(calendar)
      const at = firstSendingTime(now, plan.reminderRules, working) ?? now
      const isNow = at.day === now.day && at.hour === now.hour
      const params = { hour: at.hour, day: weekdayAndDate(at.day, ctx.t) }
      return ctx.t(`reminders.order.done.${isNow ? 'HASTEN' : 'hastenLater'}`, params)
    }
  }
}
