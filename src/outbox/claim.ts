import type { ChannelName } from '../channels/channel.ts'
import { after } from '../clock.ts'
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
  lease: { owner: string; ms: number },
  now: Date,
): Promise<Claim> {
  const gate = await lockGate(tx, channel)
  const allowed = allowance(gate, pace, now.getTime())
  const moreAt = allowed.moreAt === null ? null : after(now, allowed.moreAt - now.getTime())
  const any = Math.min(room.any, allowed.free)
  if (any <= 0) return { rows: [], moreAt }
  const take = (limit: number, kinds: 'replies' | 'bulk', resting: readonly string[]) =>
    takeHeads(tx, channel, { limit, kinds, resting }, lease, now)
  const replies = await take(any, 'replies', allowed.resting.all)
  const left = Math.min(any - replies.length, room.bulk)
  const bulk = left > 0 ? await take(left, 'bulk', [...allowed.resting.all, ...allowed.resting.bulk]) : []
  const rows = [...replies, ...bulk]
  const accounts = rows.map(row => row.accountId)
  if (rows.length > 0) await writeGate(tx, channel, passed(gate, accounts, pace, now.getTime()))
  return { rows, moreAt }
}

async function takeHeads(
  tx: Tx,
  channel: ChannelName,
  wanted: { limit: number; kinds: 'replies' | 'bulk'; resting: readonly string[] },
  lease: { owner: string; ms: number },
  now: Date,
): Promise<ClaimedRow[]> {
  // The order of the enum is the order of urgency: REPLY, NOTICE, REMINDER, BROADCAST.
  const rows = await tx.$queryRaw<ClaimedRow[]>`
    WITH head AS (
      SELECT DISTINCT ON (o.account_id) o.seq, o.kind, o.not_before, o.account_id
      FROM outbox o
      WHERE o.channel = ${channel} AND o.state = 'QUEUED' AND (o.expires_at IS NULL OR o.expires_at > ${now})
        AND (o.not_before <= ${now} OR o.attempts > 0)
        AND NOT EXISTS (SELECT FROM outbox s WHERE s.account_id = o.account_id AND s.state = 'SENDING')
      ORDER BY o.account_id, o.kind, o.seq
    ), due AS (
      SELECT o.seq FROM outbox o JOIN head h ON h.seq = o.seq
      WHERE o.state = 'QUEUED' AND h.not_before <= ${now} AND (h.kind = 'REPLY') = ${wanted.kinds === 'replies'}
        AND h.account_id NOT IN (SELECT x::uuid FROM jsonb_array_elements_text(${JSON.stringify(wanted.resting)}::jsonb) x)
      ORDER BY h.kind, h.seq LIMIT ${wanted.limit}
      FOR UPDATE OF o SKIP LOCKED
    )
    UPDATE outbox o SET state = 'SENDING', attempts = o.attempts + 1, lease_owner = ${lease.owner},
      lease_until = ${after(now, lease.ms)}
    FROM due, account a WHERE o.seq = due.seq AND a.id = o.account_id
    RETURNING o.seq, o.dedupe_key AS "dedupeKey", o.account_id AS "accountId", a.external_id AS "externalId",
      a.person_id AS "personId", o.kind::text AS kind, o.attempts, o.body, o.why`
  return rows.sort((one, other) => (one.seq < other.seq ? -1 : 1))
}
