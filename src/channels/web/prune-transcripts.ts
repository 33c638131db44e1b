import { BATCH, batches } from '../../store/batches.ts'
import type { PrismaClient } from '../../store/generated/client.ts'

/** Removes lines of the web chat that were written before `before`. */
export function pruneTranscripts(prisma: PrismaClient, before: Date): AsyncGenerator<number> {
  return batches(
    () => prisma.$executeRaw`
      DELETE FROM chat_line WHERE seq IN (SELECT seq FROM chat_line WHERE at < ${before} ORDER BY seq LIMIT ${BATCH})`,
  )
}
