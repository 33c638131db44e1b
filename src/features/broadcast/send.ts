import type { Ctx } from '../../contract/feature.ts'
import { enqueueMany } from '../../outbox/enqueue.ts'
import { writeAudit } from '../../people/audit.ts'
import { may } from '../../people/may.ts'
import { instantAt } from '../../reminders/plan/sending-hours.ts'
import { newId } from '../../store/new-id.ts'
import { type PlannedBroadcast, type PlannedOne, planBroadcast } from './plan.ts'
import { sendToMany } from './rights.ts'
import type { Draft, Problem } from './rules.ts'

export type Sent =
  | { sent: true; count: number; unreachable: number }
  /** It was confirmed before: nothing more is sent. */
  | { sent: false; why: 'again' }
  | { sent: false; why: 'notYours' }
  | { sent: false; why: 'problems'; problems: readonly Problem[] }

/**
 * Queues a broadcast, once for ever: a second confirmation of the same draft finds it done. Who has met the duty by now
 * gets nothing; whoever meets it later takes what has not left back in the transaction of the submission (`cancelFor`).
 */
export async function sendBroadcast(ctx: Ctx, draft: Draft): Promise<Sent> {
  if (!may(ctx.person, sendToMany)) return { sent: false, why: 'notYours' }
  if (await ctx.tx.broadcast.findUnique({ where: { id: draft.id } })) return { sent: false, why: 'again' }
  const planned = await planBroadcast(ctx, draft)
  if (planned.problems.length > 0) return { sent: false, why: 'problems', problems: planned.problems }
  if (!(await begin(ctx, draft, planned))) return { sent: false, why: 'again' }
  const ones = await stillOwed(ctx, planned.ones)
  await enqueueMany(
    ctx.tx,
    ones.flatMap(({ recipient, composed, notBefore, expiresAt }) => {
      const { message, go } = composed
      const notice = {
        dedupeKey: keyOf(draft.id, recipient),
        kind: 'BROADCAST' as const,
        campaign: ctx.campaign,
        message,
        go,
        notBefore,
        expiresAt,
      }
      return recipient.account ? [{ account: recipient.account, notice }] : []
    }),
    ctx.now,
  )
  await ctx.tx.broadcastRecipient.createMany({
    data: [...ones.map(({ recipient }) => recipient), ...planned.unreachable].map(recipient => ({
      id: newId(ctx.now),
      broadcastId: draft.id,
      unitCode: recipient.owed?.unit_code ?? recipient.unitCode,
      personId: recipient.person?.id ?? null,
      obligationId: recipient.owed?.id ?? null,
      outboxKey: recipient.account ? keyOf(draft.id, recipient) : null,
      why: recipient.why,
    })),
  })
  const entry = { action: 'broadcast.send', subjectType: 'broadcast' as const, subjectId: draft.id }
  const who = { actorId: ctx.person.id, actorRole: 'PNV' as const }
  await writeAudit(ctx.tx, { ...who, ...entry, reason: draft.reason, to: String(ones.length) }, ctx.now)
  return { sent: true, count: ones.length, unreachable: planned.unreachable.length }
}

/** False: somebody has confirmed the same draft meanwhile. */
async function begin(ctx: Ctx, draft: Draft, planned: PlannedBroadcast): Promise<boolean> {
  const { count } = await ctx.tx.broadcast.createMany({
    data: [
      {
        id: draft.id,
        campaignId: ctx.campaign.id,
        audience: draft.audience,
        text: draft.text,
        reason: draft.reason,
        byId: ctx.person.id,
        at: ctx.now,
        sendAt: instantAt(planned.begin.day, planned.begin.hour, ctx.campaign.timeZone),
      },
    ],
    skipDuplicates: true,
  })
  return count === 1
}

/** Holds what is owed as it is until the transaction ends: a submission waits for it, and then finds the rows to cancel. */
async function stillOwed(ctx: Ctx, ones: readonly PlannedOne[]): Promise<readonly PlannedOne[]> {
  const ids = [...new Set(ones.flatMap(({ recipient }) => recipient.owed?.id ?? []))].sort()
  if (ids.length === 0) return ones
  const rows = await ctx.tx.$queryRaw<{ id: string; state: string }[]>`
    SELECT id, state FROM obligation WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR SHARE`
  const states = new Map(rows.map(row => [row.id, row.state]))
  return ones.filter(
    ({ recipient }) => recipient.owed === null || states.get(recipient.owed.id) === recipient.owed.state,
  )
}

function keyOf(broadcastId: string, { person, owed }: PlannedOne['recipient']): string {
  return ['broadcast', broadcastId, person?.id, owed?.id].filter(part => part !== undefined).join(':')
}
