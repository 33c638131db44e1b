import type { Logger } from 'pino'
import type { Channel } from '../channels/channel.ts'
import type { Clock } from '../clock.ts'
import { withoutPosition } from '../secrecy/without-position.ts'
import type { PrismaClient } from '../store/generated/client.ts'
import { inTransaction } from '../store/transaction.ts'
import type { Locale, Translate } from '../texts.ts'
import { workerLoop } from '../worker-loop.ts'
import { type ClaimedFile, claimFiles, PROLONG_EVERY_MS, prolongClaim } from './claim-files.ts'
import { fileKind } from './file-kind.ts'
import { MAX_FILE_BYTES } from './file-limits.ts'
import { fileSecret } from './file-secret.ts'
import { type FileOutcome, keepFetched, outcomeWithoutBytes } from './keep-fetched.ts'

export interface FetcherSettings {
  prisma: PrismaClient
  clock: Clock
  log: Pick<Logger, 'warn' | 'error'>
  channels: readonly Channel[]
  texts(locale: Locale): Translate
  /** Called after each round, also after one that brought nothing: what waited for files may go on. */
  afterRound?(): Promise<void>
}

/**
 * Brings the bytes of announced files, after the event that announced them was stored. Every file ends as STORED, REFUSED
 * or FAILED, the last two with the reason, which the sender is told. Any number of instances may work on one database.
 */
export interface Fetcher {
  start(): void
  /** A file was announced. Never waits. */
  wake(): void
  /** Resolves when the fetches in hand have ended. */
  stop(): Promise<void>
  /** One round without `start`: fetches what is due at this instant. */
  turn(): Promise<void>
}

/** Files are large: a few at a time. */
const AT_ONCE = 3

export function fetcherOver(settings: FetcherSettings): Fetcher {
  const { prisma, clock, log, texts } = settings
  const channels = new Map(settings.channels.map(channel => [channel.name, channel]))

  async function round(): Promise<Date | null> {
    const files = await claimFiles(prisma, [...channels.keys()], AT_ONCE, clock.now())
    await Promise.all(files.map(bring))
    await settings.afterRound?.()
    return files.length === AT_ONCE ? clock.now() : null
  }

  async function bring(file: ClaimedFile): Promise<void> {
    const beat = setInterval(() => {
      // What fails here is tried again at the next beat.
      prolongClaim(prisma, file, clock.now()).catch(() => undefined)
    }, PROLONG_EVERY_MS)
    try {
      const outcome = await outcomeOf(file)
      clearInterval(beat)
      if (outcome.is !== 'stored')
        log.warn({ file: file.id, is: outcome.is, why: outcome.why }, 'a file was not stored')
      await inTransaction(prisma, tx => keepFetched(tx, file, outcome, texts, clock.now()))
    } catch (error) {
      // It stays claimed and is taken up again when the lease is over.
      log.error({ err: error, file: file.id }, 'a file could not be stored')
    } finally {
      clearInterval(beat)
    }
  }

  async function outcomeOf(file: ClaimedFile): Promise<FileOutcome> {
    const channel = channels.get(file.channel)
    if (!channel) return { is: 'again', why: 'channel is off' }
    const fetched = await channel.fetch(file.channelRef, MAX_FILE_BYTES)
    if (fetched.result !== 'fetched') return outcomeWithoutBytes(fetched, file.attempts)
    const kind = await fileKind(file.name, fetched.bytes)
    if ('refused' in kind) return { is: 'refused', why: kind.refused }
    const secret = await fileSecret(prisma, file.accountId, file.name, fetched.bytes, clock.now())
    if (secret !== null) return { is: 'refused', why: secret }
    return { is: 'stored', bytes: withoutPosition(fetched.bytes), kind }
  }

  const loop = workerLoop(clock, round, error => log.error({ err: error }, 'files to fetch could not be read'))
  return {
    start: loop.start,
    wake: loop.wake,
    stop: loop.stop,
    turn: async () => {
      await round()
    },
  }
}
