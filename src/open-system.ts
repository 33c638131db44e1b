import type { Logger } from 'pino'
import { Temporal } from 'temporal-polyfill'
import { campaignSource } from './campaign/source.ts'
import { type Clock, clockStartingAt, type MovableClock, movableClock, systemClock } from './clock.ts'
import type { Config } from './config.ts'
import { features } from './features/list.ts'
import { registryOf } from './intake/registry.ts'
import type { System } from './intake/system.ts'
import { createLog } from './log.ts'
import { officeSecretIn } from './office-secret.ts'
import { openStore, type Store } from './store/open.ts'
import { type Locale, loadTexts, locales } from './texts.ts'

type Workers = Pick<System, 'wake' | 'place'>

export interface Opened {
  system: System
  store: Store
  log: Logger
  /** The system's clock, where it may be put forward: in a demonstration only. */
  demoClock: MovableClock | null
  /** Names those who do what an event leaves to be done. */
  workWith(workers: Workers): void
  close(): Promise<void>
}

/** Where the demonstration begins when no other time is given: the plan is five days old and its first deadline near. */
const demoStart = '2024-03-20T08:30:00+07:00'

/** Opens the database and makes what every part shares. Starts nothing. */
export async function openSystem(config: Config): Promise<Opened> {
  const log = createLog(config.logLevel)
  const demoClock = config.isDemo ? movableClock(startOf(config.clockStart ?? demoStart)) : null
  const clock = demoClock ?? clockOf(config)
  const store = await openStore({ dataDir: config.dataDir, databaseUrl: config.databaseUrl, log })
  const texts = new Map(locales.map(locale => [locale, loadTexts(locale)]))
  const fallback = loadTexts(config.locale)
  let workers: Workers = { wake: () => undefined, place: () => null }
  const system: System = {
    prisma: store.prisma,
    clock,
    log,
    registry: registryOf(features),
    texts: (locale: Locale) => texts.get(locale) ?? fallback,
    defaultLocale: config.locale,
    campaign: campaignSource(),
    publicUrl: config.publicUrl,
    officeSecret: officeSecretIn(config.dataDir),
    wake: worker => workers.wake(worker),
    place: channel => workers.place(channel),
  }
  return {
    system,
    store,
    log,
    demoClock,
    workWith: those => {
      workers = those
    },
    close: () => store.close(),
  }
}

function clockOf({ clockStart }: Config): Clock {
  return clockStart === undefined ? systemClock : clockStartingAt(startOf(clockStart))
}

function startOf(start: string): Temporal.Instant {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(start)
  return Temporal.Instant.from(isDay ? `${start}T08:00:00+07:00` : start)
}
