import type { ChannelName } from '../channels/channel.ts'
import { after } from '../clock.ts'
import type { PrismaClient } from '../store/generated/client.ts'

/** What there is to do for a channel at this instant. */
export interface Look {
  /** A reply waits and its time has come. */
  isReplyDue: boolean
  /** So does something else. */
  isBulkDue: boolean
  /** Something waits whose time has passed. */
  isExpired: boolean
  /** The sender of something is gone. */
  isLapsed: boolean
}

/** One statement, and flat in the length of the queue: most rounds find nothing and end here. */
export async function lookAt(prisma: PrismaClient, channel: ChannelName, leaseMs: number, now: Date): Promise<Look> {
  const [look] = await prisma.$queryRaw<Look[]>`
    SELECT
      EXISTS (SELECT FROM outbox WHERE channel = ${channel} AND state = 'QUEUED' AND kind = 'REPLY'
        AND not_before <= ${now}) AS "isReplyDue",
      EXISTS (SELECT FROM unnest(enum_range('NOTICE'::"OutboxKind", NULL)) k, LATERAL (SELECT FROM outbox
        WHERE channel = ${channel} AND state = 'QUEUED' AND kind = k AND not_before <= ${now} LIMIT 1) o) AS "isBulkDue",
      EXISTS (SELECT FROM outbox WHERE channel = ${channel} AND state = 'QUEUED' AND expires_at <= ${now}) AS "isExpired",
      EXISTS (SELECT FROM outbox WHERE channel = ${channel} AND state = 'SENDING'
        AND (lease_until <= ${now} OR lease_until > ${after(now, 2 * leaseMs)})) AS "isLapsed"`
  return look ?? { isReplyDue: false, isBulkDue: false, isExpired: false, isLapsed: false }
}
