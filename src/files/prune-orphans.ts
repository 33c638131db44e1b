import { BATCH, batches } from '../store/batches.ts'
import type { PrismaClient } from '../store/generated/client.ts'
import { inTransaction } from '../store/transaction.ts'
import { removeFiles } from './remove-files.ts'
import { usedFiles } from './used-files.ts'

/** Removes files that came before `before` and belong to nothing, with their bytes. */
export function pruneOrphans(prisma: PrismaClient, before: Date): AsyncGenerator<number> {
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
