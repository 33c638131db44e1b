import type { Tx } from '../store/transaction.ts'

/** Removes files, and their bytes where no other file has the same content. */
export async function removeFiles(tx: Tx, fileIds: readonly string[]): Promise<void> {
  const ids = [...fileIds]
  if (ids.length === 0) return
  const contents = await tx.$queryRaw<{ sha256: string }[]>`
    DELETE FROM stored_file WHERE id = ANY(${ids}::uuid[]) RETURNING coalesce(sha256, channel_ref, '') AS sha256`
  const hashes = [...new Set(contents.map(({ sha256 }) => sha256))]
  // What the web chat has staged is named by its hash until it is fetched.
  await tx.$executeRaw`
    DELETE FROM file_content c WHERE c.sha256 = ANY(${hashes}::text[])
      AND NOT EXISTS (SELECT FROM stored_file f WHERE f.sha256 = c.sha256)
      AND NOT EXISTS (SELECT FROM stored_file f WHERE f.state = 'PENDING' AND f.channel_ref = c.sha256)`
}
