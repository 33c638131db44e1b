import type { Tx } from '../store/transaction.ts'

/** Ends an open draft. A draft that has ended already stays as it is: a form is submitted once. */
export async function endDraft(tx: Tx, id: string, state: 'SUBMITTED' | 'CANCELLED', now: Date): Promise<void> {
  const count = await tx.$executeRaw`
    UPDATE draft SET state = ${state}::"DraftState", updated_at = ${now} WHERE id = ${id}::uuid AND state = 'OPEN'`
  if (count !== 1) throw new Error('the draft has ended in another chat')
}
