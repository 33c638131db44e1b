import type { Channel, ChannelName } from '../channels/channel.ts'
import { workerLoop } from '../worker-loop.ts'
import { defaultPaces } from './default-paces.ts'
import type { Pace } from './pace.ts'
import type { Place } from './place.ts'
import { channelSender, type SenderSettings } from './sender.ts'

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
  /**
   * A place for the reply to an event that is being handled: it goes out from memory once it is committed. Null: the channel has no
   * place left or is not served here; the reply is queued.
   */
  place(channel: ChannelName): Place | null
  /** Stops taking rows; resolves when the sends in hand have ended. Queued rows stay for the next start. */
  stop(): Promise<void>
  /** One round over all channels, without `start`: sends what may go at this instant and waits for it (tests, command line). */
  turn(): Promise<void>
}

const PROLONG_EVERY_MS = 3_000

/** After a reply that went out without being claimed, what else its event queued is looked for this much later, for many at once. */
const SOON_MS = 20

export function outboxOver(settings: OutboxSettings): Outbox {
  const lines = settings.channels.map(channel => line(settings, channel))
  return {
    start: () => {
      for (const one of lines) one.start()
    },
    wake: () => {
      for (const one of lines) one.wake()
    },
    place: name => lines.find(one => one.name === name)?.place() ?? null,
    stop: async () => {
      await Promise.all(lines.map(one => one.stop()))
    },
    turn: async () => {
      await Promise.all(lines.map(one => one.turn()))
    },
  }
}

/** The work of one channel. */
function line(settings: OutboxSettings, channel: Channel) {
  const { clock, log, paces } = settings
  const failed = (what: string) => (err: unknown) => log.error({ err, channel: channel.name }, what)
  const pace = paces?.[channel.name] ?? defaultPaces[channel.name]
  const sender = channelSender(settings, channel, pace, isPressing => (isPressing ? loop.wake() : wakeSoon()))
  const loop = workerLoop(clock, sender.round, failed('the outbox could not be read'))
  let beat: NodeJS.Timeout | undefined
  let soon: NodeJS.Timeout | undefined
  let isStopped = false

  function wakeSoon(): void {
    soon ??= setTimeout(() => {
      soon = undefined
      loop.wake()
    }, SOON_MS)
  }

  return {
    name: channel.name,
    place: () => (isStopped ? null : sender.place()),
    start: () => {
      beat = setInterval(() => sender.prolong().catch(failed('leases could not be prolonged')), PROLONG_EVERY_MS)
      loop.start()
    },
    wake: loop.wake,
    stop: async () => {
      isStopped = true
      await loop.stop()
      await sender.idle()
      clearInterval(beat)
      clearTimeout(soon)
    },
    turn: async () => {
      await sender.round()
      await sender.idle()
    },
  }
}
