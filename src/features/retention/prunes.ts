import type { RetentionKind } from '../../campaign/retention.ts'
import { pruneTranscripts } from '../../channels/web/prune-transcripts.ts'
import { pruneOrphans } from '../../files/prune-orphans.ts'
import { pruneBodies } from '../../outbox/prune-bodies.ts'
import { pruneGuests } from '../../people/prune-guests.ts'
import { pruneSessions } from '../../people/prune-sessions.ts'
import type { PrismaClient } from '../../store/generated/client.ts'
import { pruneDrafts, pruneEvents } from '../drafts/prune-drafts.ts'

/** Removes what was there before an instant, in statements of a bounded number of rows; tells after each how many it took. */
export type Prune = (prisma: PrismaClient, before: Date) => AsyncGenerator<number>

/** How each kind goes, in this order: files after the forms that named them. */
export const prunes: Readonly<Record<RetentionKind, Prune>> = {
  inboundEvents: pruneEvents,
  chatTranscripts: pruneTranscripts,
  sentBodies: pruneBodies,
  cancelledDrafts: (prisma, before) => pruneDrafts(prisma, 'CANCELLED', before),
  untouchedDrafts: (prisma, before) => pruneDrafts(prisma, 'OPEN', before),
  guestAccounts: pruneGuests,
  orphanedFiles: pruneOrphans,
  sessionsAndLinks: pruneSessions,
}
