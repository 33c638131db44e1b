import type { ChannelName, IncomingFile } from '../channels/channel.ts'
import type { FileAnswer } from '../conversation/draft.ts'
import { normalise } from '../reading/text.ts'
import { newId } from '../store/new-id.ts'
import type { Tx } from '../store/transaction.ts'

/** Writes down the files that a channel announced; their bytes are fetched after the commit. */
export async function announceFiles(
  tx: Tx,
  from: { channel: ChannelName; accountId: string },
  incoming: readonly IncomingFile[],
  now: Date,
): Promise<FileAnswer[]> {
  const files = incoming.map(file => ({ id: newId(now), name: normalise(file.name).slice(0, 200), file }))
  await tx.storedFile.createMany({
    data: files.map(({ id, name, file }) => ({
      id,
      name,
      channel: file.from ?? from.channel,
      channelRef: file.ref,
      accountId: from.accountId,
      nextAttemptAt: now,
      createdAt: now,
    })),
  })
  return files.map(({ id, name }) => ({ id, name }))
}
