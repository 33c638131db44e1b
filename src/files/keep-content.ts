import { createHash } from 'node:crypto'
import type { Tx } from '../store/transaction.ts'

/** Keeps the bytes, once per content, and returns the name under which they lie. */
export async function keepContent(tx: Tx, bytes: Uint8Array, now: Date): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const { count } = await tx.fileContent.updateMany({ where: { sha256 }, data: { keptAt: now } })
  if (count === 0)
    await tx.fileContent.createMany({
      data: [{ sha256, bytes: new Uint8Array(bytes), keptAt: now }],
      skipDuplicates: true,
    })
  return sha256
}
