import type { Tx } from '../store/transaction.ts'

/**
 * Takes out of the queue what was to be told to these accounts and no channel has been given yet, but for the newest few of each, as if
 * it had been told long ago. For demonstrations, whose past nobody has to hear of.
 */
export async function dropNotices(tx: Tx, accountIds: readonly string[], keep: number): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM outbox WHERE seq IN (SELECT seq FROM (
      SELECT seq, row_number() OVER (PARTITION BY account_id ORDER BY seq DESC) AS place FROM outbox
      WHERE kind = 'NOTICE' AND state = 'QUEUED' AND account_id = ANY(${accountIds as string[]}::uuid[])) waiting
      WHERE place > ${keep})`
}
