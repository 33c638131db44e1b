import { setTimeout as sleep } from 'node:timers/promises'
import type { Channel, ChannelName } from '../channels/channel.ts'
import { defaultPaces } from './default-paces.ts'
import type { Pace } from './pace.ts'
import { channelSender, type Sender, type SenderSettings } from './sender.ts'

export interface OutboxSettings extends SenderSettings {
  channels: readonly Channel[]
  /** Instead of the pace that the platform's documents name. */
  paces?: Partial<Record<ChannelName, Pace>>
}

/**
 * Sends what is queued, in the order and at the pace that the recipients and the platforms can bear. Any number of
 * instances may work on one database. Every row ends in a visible state; none is lost and none is sent twice knowingly,
 * except a reply whose first send is in doubt.
 */
export interface Outbox {
  start(): void
  /** There may be something to send. Never waits. */
  wake(): void
  /** Stops taking rows; resolves when the sends in hand have ended. Queued rows stay for the next start. */
  stop(): Promise<void>
  /** One round over all channels, without `start`: sends what may go at this instant and waits for it (tests, command line). */
  turn(): Promise<void>
}

const IDLE_MS = 1_000
const PROLONG_EVERY_MS = 20_000

export function outboxOver(settings: OutboxSettings): Outbox {
  const lines = settings.channels.map(channel => line(settings, channel))
  return {
    start: () => {
      for (const one of lines) one.start()
    },
    wake: () => {
      for (const one of lines) one.wake()
    },
    stop: async () => {
      await Promise.all(lines.map(one => one.stop()))
    },
    turn: async () => {
      await Promise.all(lines.map(one => one.turn()))
    },
  }
}

/** The loop of one channel. */
function line(settings: OutboxSettings, channel: Channel) {
  const { clock, log } = settings
  const sender = channelSender(settings, channel, settings.paces?.[channel.name] ?? defaultPaces[channel.name], wake)
  let running: Promise<void> | null = null
  let isStopped = false
  let isWoken = false
  let rest = new AbortController()

  function wake(): void {
    isWoken = true
    rest.abort()
  }

  async function run(): Promise<void> {
    while (!isStopped) {
      isWoken = false
      const until = await sender.round().catch(error => {
        log.error({ err: error, channel: channel.name }, 'the outbox could not be read')
        return null
      })
      if (isWoken || isStopped) continue
      const ms = until ? Math.min(Math.max(until.getTime() - clock.now().getTime(), 1), IDLE_MS) : IDLE_MS
      rest = new AbortController()
      await sleep(ms, undefined, { signal: rest.signal }).catch(() => undefined)
    }
  }

  return {
    start: () => {
      const beat = setInterval(() => prolong(sender), PROLONG_EVERY_MS)
      running ??= run().finally(() => clearInterval(beat))
    },
    wake,
    stop: async () => {
      isStopped = true
      wake()
      await running
      await sender.idle()
    },
    turn: async () => {
      await sender.round()
      await sender.idle()
    },
  }

  function prolong(of: Sender): void {
    of.prolong().catch(error => log.error({ err: error, channel: channel.name }, 'leases could not be prolonged'))
  }
}
