import { keepContent } from '../../files/keep-content.ts'
import type { PrismaClient } from '../../store/generated/client.ts'
import type { FetchResult } from '../channel.ts'

/**
 * Keeps the bytes of an upload by their content before the message that announces them is taken in, so that taking it in
 * stays one transaction. The same bytes twice are one row; the answer is the `ref` by which the channel fetches them.
 */
export function stageFile(prisma: PrismaClient, bytes: Uint8Array, now: Date): Promise<string> {
  return keepContent(prisma, bytes, now)
}

export async function fetchStaged(prisma: PrismaClient, ref: string, maxBytes: number): Promise<FetchResult> {
  const content = await prisma.fileContent.findUnique({ where: { sha256: ref } })
  if (!content) return { result: 'gone', why: 'no such upload' }
  return content.bytes.length > maxBytes ? { result: 'tooLarge' } : { result: 'fetched', bytes: content.bytes }
}
