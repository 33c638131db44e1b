import type { Logger } from 'pino'
import type { ActiveCampaign } from '../campaign/active.ts'
import type { ChannelName } from '../channels/channel.ts'
import type { Clock } from '../clock.ts'
import type { Place } from '../outbox/place.ts'
import type { PrismaClient } from '../store/generated/client.ts'
import type { Tx } from '../store/transaction.ts'
import type { Locale, Translate } from '../texts.ts'
import type { Registry } from './registry.ts'

/** What the parts of a running system share. Made once in the assembly (start.ts), passed down, never global. */
export interface System {
  prisma: PrismaClient
  clock: Clock
  log: Logger
  registry: Registry
  texts(locale: Locale): Translate
  defaultLocale: Locale
  /** The campaign in the database; `hash` is what a caller has just read there, so that a change is noticed. */
  campaign(tx: Tx, hash?: string | null): Promise<ActiveCampaign>
  publicUrl: string
  /** Tells a worker that there is something to do; never waits. */
  wake(worker: 'outbox' | 'files'): void
  /** Where this instance can send the reply to an event as soon as it is committed; null: the reply is queued. */
  place(channel: ChannelName): Place | null
}
