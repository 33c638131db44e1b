import { BATCH } from '../store/batches.ts'
import type { PrismaClient } from '../store/generated/client.ts'

/**
 * Removes what was said in messages that have ended and were queued before `before`. The ledger stays, and so does what their buttons
 * open. Goes through the table once, from the oldest on.
 */
export async function* pruneBodies(prisma: PrismaClient, before: Date): AsyncGenerator<number> {
  for (let seq: bigint | null = 0n; seq !== null; ) {
    const [done]: { count: number; last: bigint | null }[] = await prisma.$queryRaw`
      WITH pruned AS (
        UPDATE outbox SET body = body - 'message' WHERE seq IN (
          SELECT seq FROM outbox
          WHERE seq > ${seq} AND created_at < ${before} AND state NOT IN ('QUEUED', 'SENDING')
            AND body->'message' IS NOT NULL
          ORDER BY seq LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)
        RETURNING seq)
      SELECT count(*)::int AS count, max(seq) AS last FROM pruned`
    yield done?.count ?? 0
    seq = done?.last ?? null
  }
}
