import { BATCH, batches } from '../store/batches.ts'
import type { PrismaClient } from '../store/generated/client.ts'
import { inTransaction } from '../store/transaction.ts'
import { removeFiles } from './remove-files.ts'
import { usedFiles } from './used-files.ts'

/** Removes files that came before `before` and belong to nothing, with their bytes, and bytes that became no file. */
export async function* pruneOrphans(prisma: PrismaClient, before: Date): AsyncGenerator<number> {
  yield* pruneFiles(prisma, before)
  yield* pruneContents(prisma, before)
}

/** Uploads whose message never came, was refused, or ended in a crash; one of a letter that may be tried again is still needed. */
function pruneContents(prisma: PrismaClient, before: Date): AsyncGenerator<number> {
  return batches(
    () => prisma.$executeRaw`
      DELETE FROM file_content WHERE sha256 IN (
        SELECT c.sha256 FROM file_content c
        WHERE c.kept_at < ${before}
          AND NOT EXISTS (SELECT FROM stored_file f WHERE f.sha256 = c.sha256)
          AND NOT EXISTS (SELECT FROM stored_file f WHERE f.state = 'PENDING' AND f.channel_ref = c.sha256)
          AND NOT EXISTS (SELECT FROM dead_letter d WHERE position(c.sha256 IN d.event) > 0)
        LIMIT ${BATCH})`,
  )
}

function pruneFiles(prisma: PrismaClient, before: Date): AsyncGenerator<number> {
  return batches(() =>
    inTransaction(prisma, async tx => {
      const used = await usedFiles(tx)
      const orphans = await tx.$queryRaw<{ id: string }[]>`
        SELECT f.id FROM stored_file f
        WHERE f.created_at < ${before} AND NOT EXISTS (SELECT FROM (${used}) AS used(id) WHERE used.id = f.id)
        ORDER BY f.id LIMIT ${BATCH}`
      await removeFiles(
        tx,
        orphans.map(file => file.id),
      )
      return orphans.length
    }),
  )
}
