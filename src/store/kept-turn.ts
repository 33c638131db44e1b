import type { Clock } from '../clock.ts'
import type { PrismaClient } from './generated/client.ts'
import { acquireLease, releaseLease, renewLease } from './lease.ts'

/** The right to do what one instance at a time may do, for as long as it goes on. */
export interface KeptTurn {
  /** Takes or keeps the turn; false: another instance has it. */
  hold(): Promise<boolean>
  release(): Promise<void>
}

/** How long others wait after the death of whoever held it. */
const TTL_MS = 9_000
/** Several go by before it runs out: one that fails, or a clock some seconds off, costs nothing. */
const RENEW_MS = 3_000

/**
 * A turn as a short lease that is prolonged every few seconds, however long one step of the work takes: after a crash another instance,
 * or this one started anew, goes on within seconds. While the database is away it runs out; `hold` tells at the next step.
 */
export function keptTurn(prisma: PrismaClient, clock: Clock, owner: string, name: string): KeptTurn {
  let beat: NodeJS.Timeout | undefined
  const letGo = (): void => {
    clearInterval(beat)
    beat = undefined
  }
  const renew = async (): Promise<void> => {
    const isHeld = await renewLease(prisma, name, owner, clock.now(), TTL_MS).catch(() => true)
    if (!isHeld) letGo()
  }
  return {
    hold: async () => {
      const isHeld = await acquireLease(prisma, name, owner, clock.now(), TTL_MS)
      if (isHeld) beat ??= setInterval(renew, RENEW_MS)
      else letGo()
      return isHeld
    },
    release: () => {
      letGo()
      return releaseLease(prisma, name, owner)
    },
  }
}
