import type { Clock } from '../clock.ts'
import type { PrismaClient } from '../store/generated/client.ts'
import { fileKind, takenExtensions } from './file-kind.ts'
import { MAX_FILE_BYTES } from './file-limits.ts'
import { isWithinQuota } from './quota.ts'

/** What the web chat is told about files: the same rules that the fetcher applies, asked before a file is taken. */
export const uploadsOf = (prisma: PrismaClient, clock: Clock) => ({
  maxBytes: MAX_FILE_BYTES,
  accept: takenExtensions.map(extension => `.${extension}`).join(','),
  refusal: async (name: string, bytes: Uint8Array) => {
    const kind = await fileKind(name, bytes)
    return 'refused' in kind ? kind.refused : null
  },
  isWithinQuota: (sender: { accountId: string; personId: string | null }) =>
    isWithinQuota(prisma, sender, 1, clock.now()),
})
