import { newId } from '../store/new-id.ts'
import type { Tx } from '../store/transaction.ts'
import { fileKind, honestName } from './file-kind.ts'
import { keepContent } from './keep-content.ts'

/**
 * Stores a file that the system made itself; the same content lies in the database once. `accountId`: whose it is, who may open it then.
 *
 * @throws when nobody could open it
 */
export async function storeMade(
  tx: Tx,
  file: { name: string; bytes: Uint8Array; accountId?: string },
  now: Date,
): Promise<string> {
  const kind = await fileKind(file.name, file.bytes)
  if ('refused' in kind) throw new Error(`a made file is not taken: ${kind.refused}`)
  const id = newId(now)
  const sha256 = await keepContent(tx, file.bytes, now)
  await tx.storedFile.create({
    data: {
      ...{ id, sha256, name: honestName(file.name, kind), state: 'STORED', size: file.bytes.length, mime: kind.mime },
      ...{ channel: MADE, accountId: file.accountId ?? null, createdAt: now },
    },
  })
  return id
}

/** In the place of the channel that a file came through. */
const MADE = 'made'
