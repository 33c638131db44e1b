import type { Tx } from '../../store/transaction.ts'
import type { RowChange } from '../plan/ledger.ts'
import { lookAgain } from './look-again.ts'
import { morningTaken } from './morning-of.ts'

/**
 * Takes messages out of the outbox that no channel has been given yet. Returns the keys of those taken; what a channel has in
 * hand cannot be taken back, but is not tried again should the channel give it back unsent. What a taken message said of
 * other things waits for the next beat.
 */
export async function takeOut(tx: Tx, keys: readonly string[], why: string, now: Date): Promise<string[]> {
  if (keys.length === 0) return []
  const taken = await tx.$queryRaw<{ key: string }[]>`
    UPDATE outbox SET state = 'EXPIRED', why = ${why}
    WHERE state = 'QUEUED' AND dedupe_key = ANY(${keys as string[]}::text[]) RETURNING dedupe_key AS key`
  await tx.outbox.updateMany({ where: { dedupeKey: { in: [...keys] }, state: 'SENDING' }, data: { expiresAt: now } })
  await morningTaken(
    tx,
    taken.map(row => row.key),
    now,
  )
  return taken.map(row => row.key)
}

/** Rows of taken messages that are still marked as queued: their obligations are looked at again. */
export async function writeAnew(tx: Tx, keys: readonly string[], now: Date): Promise<void> {
  if (keys.length === 0) return
  const rest = await tx.$queryRaw<{ id: string }[]>`
    UPDATE reminder SET state = 'PLANNED', why = 'writtenAnew', at = ${now}, outbox_key = NULL
    WHERE state = 'QUEUED' AND outbox_key = ANY(${keys as string[]}::text[]) RETURNING obligation_id AS id`
  await lookAgain(
    tx,
    rest.map(row => row.id),
  )
}

/** Makes queued rows invalid: a deadline, a person or a role has changed since. */
export async function takeBack(tx: Tx, rows: readonly RowChange[], now: Date): Promise<void> {
  if (rows.length === 0) return
  const taken = new Set<string>()
  for (const { obligationId, personId, step, state, why } of rows) {
    const where = { obligationId, personId, step, state: 'QUEUED' as const }
    const row = await tx.reminder.findFirst({ where, select: { id: true, outboxKey: true } })
    if (!row?.outboxKey) continue
    for (const key of await takeOut(tx, [row.outboxKey], why ?? 'superseded', now)) taken.add(key)
    if (taken.has(row.outboxKey)) await tx.reminder.update({ where: { id: row.id }, data: { state, why, at: now } })
  }
  await writeAnew(tx, [...taken], now)
}
