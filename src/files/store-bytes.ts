import type { ChannelName } from '../channels/channel.ts'
import type { FileAnswer } from '../conversation/draft.ts'
import { normalise } from '../reading/text.ts'
import { withoutPosition } from '../secrecy/without-position.ts'
import { newId } from '../store/new-id.ts'
import type { Tx } from '../store/transaction.ts'
import { type FileRefusal, fileKind, honestName } from './file-kind.ts'
import { fileSecret } from './file-secret.ts'
import { keepContent } from './keep-content.ts'

/**
 * Stores a file whose bytes are here already, in the caller's transaction. A refused one leaves nothing behind; the reason names a
 * sentence: `files.refused.<reason>`.
 */
export async function storeBytes(
  tx: Tx,
  file: { name: string; bytes: Uint8Array; accountId: string; channel: ChannelName },
  now: Date,
): Promise<FileAnswer | { refused: FileRefusal }> {
  const given = normalise(file.name).slice(0, 200)
  const kind = await fileKind(given, file.bytes)
  if ('refused' in kind) return kind
  const { accountId, channel } = file
  const secret = await fileSecret(tx, accountId, given, file.bytes, now)
  if (secret !== null) return { refused: secret }
  const id = newId(now)
  const name = honestName(given, kind)
  const bytes = withoutPosition(file.bytes)
  const sha256 = await keepContent(tx, bytes, now)
  await tx.storedFile.create({
    data: {
      id,
      name,
      state: 'STORED',
      sha256,
      size: bytes.length,
      mime: kind.mime,
      channel,
      accountId,
      createdAt: now,
    },
  })
  return { id, name }
}
