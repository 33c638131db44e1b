import type { Ctx } from '../../contract/feature.ts'
import { writeAudit } from '../../people/audit.ts'
import { may } from '../../people/may.ts'
import { takeOut } from '../../reminders/round/take-back.ts'
import type { Broadcast, OutboxState } from '../../store/generated/client.ts'
import { sendToMany } from './rights.ts'

export const outcomes = ['sent', 'waiting', 'unknown', 'unreachable', 'expired', 'dead', 'cancelled'] as const
export type Outcome = (typeof outcomes)[number]

/** What became of one recipient. */
export interface Result {
  unitCode: string
  name: string | null
  channel: string | null
  outcome: Outcome
  why: string | null
  /** When it was sent, or when it goes at the earliest. */
  at: Date | null
}

export interface BroadcastResults {
  broadcast: Broadcast
  byName: string
  results: readonly Result[]
  counts: Readonly<Record<Outcome, number>>
}

/** Null: there is none, or this person may not see it. */
export async function resultsOf(ctx: Ctx, id: string): Promise<BroadcastResults | null> {
  if (!may(ctx.person, sendToMany)) return null
  const broadcast = await ctx.tx.broadcast.findFirst({ where: { id, campaignId: ctx.campaign.id } })
  if (!broadcast) return null
  const by = await ctx.tx.person.findUnique({ where: { id: broadcast.byId }, select: { fullName: true } })
  const rows = await ctx.tx.$queryRaw<Row[]>`
    SELECT r.unit_code AS "unitCode", p.full_name AS name, r.why AS "ownWhy", o.channel, o.state, o.why,
      o.sent_at AS "sentAt", o.not_before AS "notBefore"
    FROM broadcast_recipient r LEFT JOIN person p ON p.id = r.person_id LEFT JOIN outbox o ON o.dedupe_key = r.outbox_key
    WHERE r.broadcast_id = ${id}::uuid ORDER BY r.unit_code, o.seq, p.full_name, r.id`
  const results = rows.map(resultOf)
  const counts = Object.fromEntries(
    outcomes.map(outcome => [outcome, results.filter(result => result.outcome === outcome).length]),
  ) as Record<Outcome, number>
  return { broadcast, byName: by?.fullName ?? '', results, counts }
}

interface Row {
  unitCode: string
  name: string | null
  ownWhy: string | null
  channel: string | null
  state: OutboxState | null
  why: string | null
  sentAt: Date | null
  notBefore: Date | null
}

function resultOf({ unitCode, name, ownWhy, channel, state, why, sentAt, notBefore }: Row): Result {
  const outcome = outcomeOf(state, why)
  const at = outcome === 'waiting' ? notBefore : sentAt
  return { unitCode, name, channel, outcome, why: ownWhy ?? why, at }
}

function outcomeOf(state: OutboxState | null, why: string | null): Outcome {
  switch (state) {
    case null:
    case 'UNREACHABLE':
      return 'unreachable'
    case 'QUEUED':
    case 'SENDING':
      return 'waiting'
    case 'SENT':
      return 'sent'
    case 'UNKNOWN':
      return 'unknown'
    case 'DEAD':
      return 'dead'
    case 'EXPIRED':
      return why !== null && takenBack.has(why) ? 'cancelled' : 'expired'
  }
}

/** Reasons with which a message is taken out of the outbox. */
const takenBack: ReadonlySet<string> = new Set([
  ...['met', 'withHead', 'withdrawn', 'campaignOver', 'cancelled', 'notInCharge', 'erased'],
])

/** Takes back what has not gone out yet. What a channel has been given cannot be taken back. */
export async function cancelBroadcast(ctx: Ctx, id: string, reason: string): Promise<{ ok: boolean; say: string }> {
  if (!may(ctx.person, sendToMany)) return { ok: false, say: ctx.t('broadcast.notYours') }
  const broadcast = await ctx.tx.broadcast.findFirst({ where: { id, campaignId: ctx.campaign.id } })
  if (!broadcast) return { ok: false, say: ctx.t('broadcast.gone') }
  const rows = await ctx.tx.broadcastRecipient.findMany({ where: { broadcastId: id, outboxKey: { not: null } } })
  const taken = await takeOut(
    ctx.tx,
    rows.flatMap(row => row.outboxKey ?? []),
    'cancelled',
    ctx.now,
  )
  if (taken.length === 0) return { ok: false, say: ctx.t('broadcast.cancel.nothingLeft') }
  await ctx.tx.broadcast.update({ where: { id }, data: { cancelledAt: ctx.now } })
  const entry = { action: 'broadcast.cancel', subjectType: 'broadcast' as const, subjectId: id, reason }
  await writeAudit(ctx.tx, { actorId: ctx.person.id, actorRole: 'PNV', ...entry, to: String(taken.length) }, ctx.now)
  return { ok: true, say: ctx.t('broadcast.cancel.done', { count: taken.length }) }
}
