import { createHash } from 'node:crypto'
import type { Tx } from '../store/transaction.ts'

/** Keeps the bytes, once per content, and returns the name under which they lie. */
export async function keepContent(tx: Tx, bytes: Uint8Array): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const isKept = (await tx.fileContent.count({ where: { sha256 } })) > 0
  if (!isKept)
    await tx.fileContent.createMany({ data: [{ sha256, bytes: new Uint8Array(bytes) }], skipDuplicates: true })
  return sha256
}
