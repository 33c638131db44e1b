import type { ChannelName } from '../channels/channel.ts'
import { after } from '../clock.ts'
import type { PrismaClient } from '../store/generated/client.ts'
import { inTransaction, type Tx } from '../store/transaction.ts'
import type { ClaimedRow } from './claimed-row.ts'
import { keepResult } from './keep-result.ts'
import type { NextState } from './next-state.ts'

/** Ends the rows whose time has passed before they could be sent. */
export async function expireRows(prisma: PrismaClient, channel: ChannelName, now: Date): Promise<number> {
  const { count } = await prisma.outbox.updateMany({
    where: { channel, state: 'QUEUED', expiresAt: { lte: now } },
    data: { state: 'EXPIRED', why: 'expired' },
  })
  return count
}

export interface Recovered {
  row: ClaimedRow
  next: NextState
}

interface Lapse {
  /** How long leases are. */
  ms: number
  /** Rows that this instance is sending. */
  mine: readonly bigint[]
}

/**
 * Settles rows whose sender is gone: nobody knows whether they arrived. A lease that reaches much further than leases do was
 * taken by a clock that ran ahead, and counts as over. What this instance itself has in hand is never gone, even when it could not
 * prolong its leases because the database was away.
 */
export function recoverRows(prisma: PrismaClient, channel: ChannelName, lease: Lapse, now: Date): Promise<Recovered[]> {
  return inTransaction(prisma, async tx => {
    const recovered: Recovered[] = []
    for (const { leaseOwner, ...row } of await lapsed(tx, channel, lease, now)) {
      const next = await keepResult(tx, channel, row, { result: 'unknown', why: 'sender-gone' }, leaseOwner, now)
      if (next) recovered.push({ row, next })
    }
    return recovered
  })
}

/**
 * Ends every lease at once. Only for a database that this process alone may use (the embedded one, at its start): whoever held
 * them is gone, and nobody need wait until they run out.
 */
export async function endLeases(prisma: PrismaClient, now: Date): Promise<void> {
  await prisma.outbox.updateMany({ where: { state: 'SENDING' }, data: { leaseUntil: now } })
  await prisma.storedFile.updateMany({ where: { state: 'PENDING' }, data: { nextAttemptAt: now } })
  await prisma.channelToken.updateMany({ data: { leaseUntil: null } })
  await prisma.lease.deleteMany()
}

function lapsed(
  tx: Tx,
  channel: ChannelName,
  { ms, mine }: Lapse,
  now: Date,
): Promise<(ClaimedRow & { leaseOwner: string })[]> {
  return tx.$queryRaw`
    SELECT o.seq, o.dedupe_key AS "dedupeKey", o.account_id AS "accountId", a.external_id AS "externalId",
      a.person_id AS "personId", o.kind::text AS kind, o.attempts, o.body, o.why, o.lease_owner AS "leaseOwner"
    FROM outbox o JOIN account a ON a.id = o.account_id
    WHERE o.channel = ${channel} AND o.state = 'SENDING'
      AND (o.lease_until <= ${now} OR o.lease_until > ${after(now, 2 * ms)})
      AND o.seq <> ALL (${mine.map(String)}::bigint[])
    ORDER BY o.seq LIMIT 100 FOR UPDATE OF o SKIP LOCKED`
}
