import type { Channel } from '../channels/channel.ts'
import type { Clock } from '../clock.ts'
import type { PrismaClient } from '../store/generated/client.ts'
import type { PoolUse } from '../store/pool-use.ts'
import type { Health } from '../web/health.ts'
import { healthOf, healthWithout } from './health.ts'
import { metricsText } from './metrics.ts'
import { readSigns, type Signs, troubleOf } from './signs.ts'
import type { Tally } from './tally.ts'

/** Watches over the running system, for /healthz, /metrics and the desk. */
export interface Watch {
  health(): Promise<Health>
  metrics(): Promise<string>
}

export function watchOver(seen: {
  prisma: PrismaClient
  clock: Clock
  channels: readonly Pick<Channel, 'name' | 'health'>[]
  tally: Pick<Tally, 'counts' | 'lastFailure'>
  poolUse(): PoolUse
  /** Names this instance in leases. */
  owner: string
}): Watch {
  const { prisma, clock, channels, tally, owner } = seen
  const startedAt = clock.now()
  let reading: Promise<Signs> | null = null
  /** However many ask: one asks the database at a time. */
  const signs = (): Promise<Signs> => {
    reading ??= readSigns(prisma, clock.now()).finally(() => {
      reading = null
    })
    return reading
  }
  return {
    health: async () => {
      try {
        const known = await signs()
        return healthOf({ signs: known, channels, lastFailure: tally.lastFailure(), startedAt, now: clock.now() })
      } catch (error) {
        return healthWithout(troubleOf(error), channels)
      }
    },
    metrics: async () => {
      const measured = { channels, events: tally.counts(), pool: seen.poolUse(), memory: process.memoryUsage(), owner }
      return metricsText({ ...measured, signs: await signs().catch(() => null), now: clock.now() })
    },
  }
}
