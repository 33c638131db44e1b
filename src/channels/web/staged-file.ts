import { createHash } from 'node:crypto'
import type { PrismaClient } from '../../store/generated/client.ts'
import type { FetchResult } from '../channel.ts'

/**
 * Keeps the bytes of an upload by their content before the message that announces them is taken in, so that taking it in
 * stays one transaction. The same bytes twice are one row; the answer is the `ref` by which the channel fetches them.
 */
export async function stageFile(prisma: PrismaClient, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await prisma.fileContent.createMany({ data: [{ sha256, bytes }], skipDuplicates: true })
  return sha256
}

export async function fetchStaged(prisma: PrismaClient, ref: string, maxBytes: number): Promise<FetchResult> {
  const content = await prisma.fileContent.findUnique({ where: { sha256: ref } })
  if (!content) return { result: 'gone', why: 'no such upload' }
  return content.bytes.length > maxBytes ? { result: 'tooLarge' } : { result: 'fetched', bytes: content.bytes }
}
