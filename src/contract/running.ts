import type { Logger } from 'pino'
import type { ActiveCampaign } from '../campaign/active.ts'
import type { Clock } from '../clock.ts'
import type { PrismaClient } from '../store/generated/client.ts'
import type { Tx } from '../store/transaction.ts'
import type { Locale, Translate } from '../texts.ts'

/** What the parts of a running system share. Made once in the assembly (open-system.ts), passed down, never global. */
export interface Running {
  prisma: PrismaClient
  clock: Clock
  log: Logger
  texts(locale: Locale): Translate
  defaultLocale: Locale
  /**
   * The main campaign in the database, which knows the others; `mark` is the one of all that a caller has just read there, so that a
   * change is noticed.
   */
  campaign(tx: Tx, mark?: string | null): Promise<ActiveCampaign>
  publicUrl: string
  /** Locks up what the office signs with; see `office-secret.ts`. */
  officeSecret(): Promise<string>
  /** Tells a worker that there is something to do; never waits. */
  wake(worker: 'outbox' | 'files' | 'letters'): void
}
