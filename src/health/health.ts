import type { Channel } from '../channels/channel.ts'
import { instantOf } from '../clock.ts'
import type { Health, PartHealth } from '../web/health.ts'
import { webhookNames } from '../web/web-parts.ts'
import type { Signs } from './signs.ts'

export interface Observed {
  signs: Signs
  channels: readonly Pick<Channel, 'name' | 'health'>[]
  lastFailure: Date | null
  startedAt: Date
  now: Date
}

/** The oldest message that could leave waits no longer than this. */
const LONGEST_QUEUE_MS = 10 * 60_000
/** The reminders beat every minute; three are missing. */
const LONGEST_SILENCE_MS = 3 * 60_000
/** How long a failure is told of. */
const RECENT_MS = 5 * 60_000

/** How the system is when its database can be written to: what is not well, and whether messages come through all the same. Pure. */
export function healthOf(seen: Observed): Health {
  const { signs, now } = seen
  const parts = {
    ...partsOf(seen.channels),
    database: {
      state: 'up',
      outbox: {
        waiting: signs.queues.reduce((sum, { waiting }) => sum + waiting, 0),
        notDelivered: signs.notDelivered,
      },
      files: { waiting: signs.filesWaiting },
      deadLetters: { open: signs.openLetters },
    } as const,
  }
  const beat = signs.beats.find(({ name }) => name === 'reminders')
  const lastBeat = beat ? instantOf(beat.at) : seen.startedAt
  const isNew = isWithin(seen.startedAt, LONGEST_SILENCE_MS, now)
  const degraded = [
    ...seen.channels.filter(channel => channel.health().state === 'down').map(({ name }) => name),
    ...(signs.queues.some(({ oldestAt }) => oldestAt && !isWithin(instantOf(oldestAt), LONGEST_QUEUE_MS, now))
      ? ['outbox']
      : []),
    ...(isNew || isWithin(lastBeat, LONGEST_SILENCE_MS, now) ? [] : ['reminders']),
    ...(signs.openLetters > 0 ? ['deadLetters'] : []),
    ...(seen.lastFailure && isWithin(seen.lastFailure, RECENT_MS, now) ? ['events'] : []),
  ]
  return degraded.length > 0 ? { status: 'degraded', degraded, parts } : { status: 'ok', parts }
}

/** The same when it cannot: no message is taken, and none is acknowledged. */
export function healthWithout(why: string, channels: Observed['channels']): Health {
  return { status: 'down', parts: { ...partsOf(channels), database: { state: 'down', why } } }
}

function partsOf(channels: Observed['channels']): Record<string, PartHealth> {
  const off: [string, PartHealth][] = webhookNames.map(name => [name, 'off'])
  const states: [string, PartHealth][] = channels.map(channel => [channel.name, channel.health()])
  return Object.fromEntries([...off, ...states])
}

function isWithin(then: Date, ms: number, now: Date): boolean {
  return now.getTime() - then.getTime() <= ms
}
