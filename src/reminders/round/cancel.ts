import type { Tx } from '../../store/transaction.ts'
import { lookAgain } from './look-again.ts'
import { takeOut, writeAnew } from './take-back.ts'

/** Why reminders of an obligation end at once. */
export type Cancelled = 'met' | 'withHead' | 'withdrawn' | 'claimed' | 'campaignOver'

/**
 * Stops what is planned or waiting to be sent for these obligations, in the caller's transaction, and lets the beat look
 * at them again. A message that also speaks of something else is taken back as a whole; what it said of the rest is
 * written anew by the next beat. What a channel has already been given cannot be taken back and is recorded as sent.
 */
export async function cancelFor(tx: Tx, obligationIds: readonly string[], why: Cancelled, now: Date): Promise<void> {
  if (obligationIds.length === 0) return
  const ids = [...obligationIds]
  const queued = await tx.reminder.findMany({
    where: { obligationId: { in: ids }, state: 'QUEUED', outboxKey: { not: null } },
    select: { outboxKey: true },
  })
  const keys = [...new Set(queued.flatMap(row => row.outboxKey ?? []))]
  const taken = await takeOut(tx, keys, why, now)
  await takeOut(tx, await broadcastKeys(tx, ids), why, now)
  await tx.reminder.updateMany({
    where: { obligationId: { in: ids }, OR: [{ state: 'PLANNED' }, { state: 'QUEUED', outboxKey: { in: taken } }] },
    data: { state: 'CANCELLED', why, at: now },
  })
  await writeAnew(tx, taken, now)
  await lookAgain(tx, ids)
}

/** A campaign that has ceased to remind does so again: what was stopped for that reason is looked at anew. */
export async function remindAgain(tx: Tx, obligationIds: readonly string[], now: Date): Promise<void> {
  await tx.reminder.updateMany({
    where: { obligationId: { in: [...obligationIds] }, state: 'CANCELLED', why: over },
    data: { state: 'PLANNED', why: 'writtenAnew', at: now, outboxKey: null },
  })
  await lookAgain(tx, obligationIds)
}

const over: Cancelled = 'campaignOver'

/** What officers have written about these to those who owe them. */
async function broadcastKeys(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const rows = await tx.broadcastRecipient.findMany({
    where: { obligationId: { in: [...ids] }, outboxKey: { not: null } },
    select: { outboxKey: true },
  })
  return rows.flatMap(row => row.outboxKey ?? [])
}

export { lookAgain }
