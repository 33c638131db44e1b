import type { ChannelName } from '../channels/channel.ts'
import { after } from '../clock.ts'
import { Prisma } from '../store/generated/client.ts'
import type { Tx } from '../store/transaction.ts'
import type { ClaimedRow } from './claimed-row.ts'
import { lockGate, writeGate } from './gate.ts'
import { allowance, type Pace, passed } from './pace.ts'

export interface Claim {
  rows: readonly ClaimedRow[]
  /** When the pace lets more through; null: nothing was held back by it. */
  moreAt: Date | null
}

export interface Room {
  /** How many messages may be started. */
  any: number
  /** How many of these may be replies. */
  replies: number
  /** How many of these may be other than replies. */
  bulk: number
}

/**
 * Takes rows of a channel that may be sent now, under a lease: replies first, then by kind and sequence; one row an
 * account, and none while another row of that account is being sent. A row that waits for its next attempt holds back
 * the later rows of its account; a row that is planned for later holds back nothing.
 */
export async function claimRows(
  tx: Tx,
  channel: ChannelName,
  pace: Pace,
  room: Room,
  lease: Lease,
  now: Date,
): Promise<Claim> {
  const gate = await lockGate(tx, channel)
  const allowed = allowance(gate, pace, now.getTime())
  const moreAt = allowed.moreAt === null ? null : after(now, allowed.moreAt - now.getTime())
  const any = Math.min(room.any, allowed.free)
  const { all, bulk: bulkToo } = allowed.resting
  const replies = await takeHeads(tx, channel, isReply, Math.min(any, room.replies), all, lease, now)
  const left = Math.min(any - replies.length, room.bulk, allowed.freeForBulk - replies.length)
  const bulk = await takeHeads(tx, channel, isBulk, left, [...all, ...bulkToo], lease, now)
  const rows = [...replies, ...bulk]
  const accounts = rows.map(row => row.accountId)
  if (rows.length > 0) await writeGate(tx, channel, passed(gate, accounts, pace, now.getTime()))
  return { rows, moreAt }
}

interface Lease {
  owner: string
  ms: number
}

const isReply = Prisma.sql`o.kind = 'REPLY'`
const isBulk = Prisma.sql`o.kind > 'REPLY'`

/**
 * The order of the enum is the order of urgency: REPLY, NOTICE, REMINDER, BROADCAST. The rows are looked at in that order, by
 * the index `outbox_queue_in_order`, and only as many as are taken: the length of the queue costs nothing.
 */
async function takeHeads(
  tx: Tx,
  channel: ChannelName,
  ofKind: Prisma.Sql,
  limit: number,
  resting: readonly string[],
  lease: Lease,
  now: Date,
): Promise<ClaimedRow[]> {
  if (limit <= 0) return []
  const rows = await tx.$queryRaw<ClaimedRow[]>`
    WITH due AS (
      SELECT o.seq FROM outbox o
      WHERE o.channel = ${channel} AND o.state = 'QUEUED' AND ${ofKind}
        AND o.not_before <= ${now} AND (o.expires_at IS NULL OR o.expires_at > ${now})
        AND o.account_id <> ALL (${resting}::uuid[])
        AND NOT EXISTS (SELECT FROM outbox s WHERE s.account_id = o.account_id AND s.state = 'SENDING')
        AND NOT EXISTS (
          SELECT FROM outbox e
          WHERE e.account_id = o.account_id AND e.state = 'QUEUED' AND (e.kind, e.seq) < (o.kind, o.seq)
            AND (e.not_before <= ${now} OR e.attempts > 0) AND (e.expires_at IS NULL OR e.expires_at > ${now}))
      ORDER BY o.kind, o.seq LIMIT ${limit} FOR UPDATE OF o SKIP LOCKED
    )
    UPDATE outbox o SET state = 'SENDING', attempts = o.attempts + 1, lease_owner = ${lease.owner},
      lease_until = ${after(now, lease.ms)}
    FROM due, account a WHERE o.seq = due.seq AND a.id = o.account_id
    RETURNING o.seq, o.dedupe_key AS "dedupeKey", o.account_id AS "accountId", a.external_id AS "externalId",
      a.person_id AS "personId", o.kind::text AS kind, o.attempts, o.body, o.why`
  return rows.sort((one, other) => (one.seq < other.seq ? -1 : 1))
}
