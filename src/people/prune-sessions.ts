import { BATCH, batches } from '../store/batches.ts'
import type { PrismaClient } from '../store/generated/client.ts'

/** Removes sessions and one-time links that ran out before `before`. */
export async function* pruneSessions(prisma: PrismaClient, before: Date): AsyncGenerator<number> {
  yield* batches(
    () => prisma.$executeRaw`
      DELETE FROM web_session WHERE token_hash IN (
        SELECT token_hash FROM web_session WHERE expires_at < ${before} LIMIT ${BATCH})`,
  )
  yield* batches(
    () => prisma.$executeRaw`
      DELETE FROM one_time_link WHERE token_hash IN (
        SELECT token_hash FROM one_time_link WHERE expires_at < ${before} LIMIT ${BATCH})`,
  )
}
