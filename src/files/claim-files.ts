import type { ChannelName } from '../channels/channel.ts'
import { after } from '../clock.ts'
import type { PrismaClient } from '../store/generated/client.ts'

/** A file that was announced and is being fetched by this instance. */
export interface ClaimedFile {
  id: string
  name: string
  channel: ChannelName
  channelRef: string
  accountId: string | null
  /** This attempt counted. */
  attempts: number
}

/** A file whose fetcher died is taken up again after this long. */
const LEASE_MS = 10_000
/** How often whoever fetches prolongs it. */
export const PROLONG_EVERY_MS = 3_000

/** Takes files that are due, oldest first. The time of the next attempt serves as the lease. */
export function claimFiles(
  prisma: PrismaClient,
  channels: readonly ChannelName[],
  limit: number,
  now: Date,
): Promise<ClaimedFile[]> {
  return prisma.$queryRaw`
    UPDATE stored_file f SET attempts = f.attempts + 1, next_attempt_at = ${after(now, LEASE_MS)}
    FROM (
      SELECT id FROM stored_file
      WHERE state = 'PENDING' AND next_attempt_at <= ${now} AND channel_ref IS NOT NULL
        AND channel IN (SELECT jsonb_array_elements_text(${JSON.stringify(channels)}::jsonb))
      ORDER BY next_attempt_at, id LIMIT ${limit} FOR UPDATE SKIP LOCKED
    ) due
    WHERE f.id = due.id
    RETURNING f.id, f.name, f.channel, f.channel_ref AS "channelRef", f.account_id AS "accountId", f.attempts`
}

/** The fetch goes on: nobody else takes the file up. */
export async function prolongClaim(prisma: PrismaClient, { id, attempts }: ClaimedFile, now: Date): Promise<void> {
  await prisma.storedFile.updateMany({
    where: { id, attempts, state: 'PENDING' },
    data: { nextAttemptAt: after(now, LEASE_MS) },
  })
}
