import type { Tx } from '../store/transaction.ts'

/**
 * Takes out of the queue what was to be told to these accounts and no channel has been given yet, as if it had been told long ago.
 * For demonstrations, whose past nobody has to hear of.
 */
export async function dropNotices(tx: Tx, accountIds: readonly string[]): Promise<void> {
  await tx.outbox.deleteMany({ where: { accountId: { in: [...accountIds] }, kind: 'NOTICE', state: 'QUEUED' } })
}
