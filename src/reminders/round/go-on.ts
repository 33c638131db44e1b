import type { KeptTable } from '../../store/kept-rows.ts'
import type { Tx } from '../../store/transaction.ts'
import { lookAgain } from './look-again.ts'

/** What was told, or is about to be told, of a duty that went into another one is told of that one: nobody hears the same step twice. */
export async function ledgerGoesOn(tx: Tx, joined: readonly { from: string; to: string }[]): Promise<void> {
  for (const { from, to } of joined)
    await tx.$executeRaw`
      UPDATE reminder r SET obligation_id = ${to}::uuid
      WHERE r.obligation_id = ${from}::uuid AND NOT EXISTS (
        SELECT 1 FROM reminder k WHERE k.obligation_id = ${to}::uuid AND k.person_id = r.person_id AND k.step = r.step)`
  await lookAgain(
    tx,
    joined.map(({ to }) => to),
  )
}

/** Ids of what is on its way to these people about these duties. */
export async function inFlight(tx: Tx, obligationIds: readonly string[]): Promise<string[]> {
  const rows = await tx.reminder.findMany({
    where: { obligationId: { in: [...obligationIds] }, state: { in: ['PLANNED', 'QUEUED'] } },
    select: { id: true },
    orderBy: { id: 'asc' },
  })
  return rows.map(({ id }) => id)
}

/** What was cancelled with a duty that is owed again is planned again; the beat writes it anew, once. */
export async function comesBack(tx: Tx, ids: readonly string[], now: Date): Promise<void> {
  const cancelled = { id: { in: [...ids] }, state: 'CANCELLED' as const, why: 'withdrawn' }
  const rows = await tx.reminder.findMany({ where: cancelled, select: { obligationId: true } })
  await tx.reminder.updateMany({
    where: cancelled,
    data: { state: 'PLANNED', why: 'writtenAnew', outboxKey: null, at: now },
  })
  await lookAgain(
    tx,
    rows.map(({ obligationId }) => obligationId),
  )
}

/** Of duties that are taken out again: what was sent of them stands in the outbox. */
export async function ledgerGoes(tx: Tx, obligationIds: readonly string[]): Promise<void> {
  await tx.reminder.deleteMany({ where: { obligationId: { in: [...obligationIds] } } })
}

/** What of the ledger changes when duties go on. */
export const ledgerPlaces: KeptTable = { table: 'reminder', key: ['id'], columns: ['id', 'obligation_id'] }
