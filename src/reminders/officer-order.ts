import type { Ctx } from '../features/feature.ts'
import { record } from '../people/audit.ts'
import { newId } from '../store/new-id.ts'
import { lookAgain } from './look-again.ts'

/** What an officer may order for the reminders of one obligation, each with a reason. */
export type OfficerOrder = 'STOP' | 'RESUME' | 'HASTEN'

export function officerOrders(isStopped: boolean): OfficerOrder[] {
  return isStopped ? ['RESUME'] : ['HASTEN', 'STOP']
}

export async function isStopped(ctx: Ctx, obligationId: string): Promise<boolean> {
  const last = await ctx.tx.reminderOrder.findFirst({
    where: { obligationId, kind: { in: ['STOP', 'RESUME'] } },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
  })
  return last?.kind === 'STOP'
}

/** Stops the ladder, lets it go on, or sends a reminder today. A second press finds it done. */
export async function giveOrder(
  ctx: Ctx,
  obligationId: string,
  kind: OfficerOrder,
  reason: string,
): Promise<{ ok: boolean; say: string }> {
  const obligation = await ctx.tx.obligation.findFirst({
    where: { id: obligationId, campaignId: ctx.campaign.id, state: { in: ['OPEN', 'WITH_HEAD'] } },
  })
  if (!obligation) return { ok: false, say: ctx.t('reminders.order.gone') }
  if (reason.trim() === '') return { ok: false, say: ctx.t('reminders.order.needsReason') }
  if (kind !== 'HASTEN' && (await isStopped(ctx, obligationId)) === (kind === 'STOP')) {
    return { ok: true, say: ctx.t(`reminders.order.done.${kind}`) }
  }
  const { id: byId } = ctx.person
  const value = kind === 'HASTEN' ? ctx.today.toString() : ''
  await ctx.tx.reminderOrder.create({
    data: { id: newId(ctx.now), obligationId, kind, personId: null, value, reason, byId, at: ctx.now },
  })
  await record(
    ctx.tx,
    {
      actorId: byId,
      actorRole: 'PNV',
      action: `reminder.${kind.toLowerCase()}`,
      subjectType: 'obligation',
      subjectId: obligationId,
      reason,
    },
    ctx.now,
  )
  await lookAgain(ctx.tx, [obligationId])
  return { ok: true, say: ctx.t(`reminders.order.done.${kind}`) }
}
