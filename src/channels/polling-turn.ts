import type { Clock } from '../clock.ts'
import type { PrismaClient } from '../store/generated/client.ts'
import { acquireLease, releaseLease } from '../store/lease.ts'
import type { ChannelName } from './channel.ts'
import type { PollingTurn } from './polling.ts'

/** Longer than one long poll with the storing of its batch. */
const TTL_MS = 90_000

/** The turn as a lease in the database, for any number of instances. */
export function leasedTurn(prisma: PrismaClient, clock: Clock, owner: string, channel: ChannelName): PollingTurn {
  const name = `${channel}.polling`
  return {
    hold: () => acquireLease(prisma, name, owner, clock.now(), TTL_MS),
    release: () => releaseLease(prisma, name, owner),
  }
}
