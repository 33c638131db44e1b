import type { ChannelName, Inbound } from '../channels/channel.ts'
import type { Clock } from '../clock.ts'
import type { Received } from '../intake/receive.ts'

/** What became of the events of this process. `again`: not acknowledged, it comes again. */
export type EventOutcome = Received | 'again'

export interface Tally {
  receive(inbound: Inbound): Promise<Received>
  /** An event that did not come so far, and comes again. */
  notStored(channel: ChannelName): void
  counts(): readonly { channel: ChannelName; outcome: EventOutcome; count: number }[]
  /** When an event could not be stored for the last time; null: never since the start. */
  lastFailure(): Date | null
}

/** Counts what goes through `receive`. */
export function tallyOf(clock: Clock, receive: (inbound: Inbound) => Promise<Received>): Tally {
  const counts = new Map<string, { channel: ChannelName; outcome: EventOutcome; count: number }>()
  let lastFailure: Date | null = null

  function count(channel: ChannelName, outcome: EventOutcome): void {
    const key = `${channel} ${outcome}`
    const known = counts.get(key) ?? { channel, outcome, count: 0 }
    counts.set(key, { ...known, count: known.count + 1 })
  }

  function notStored(channel: ChannelName): void {
    count(channel, 'again')
    lastFailure = clock.now()
  }

  return {
    notStored,
    receive: async inbound => {
      try {
        const received = await receive(inbound)
        count(inbound.channel, received)
        return received
      } catch (error) {
        notStored(inbound.channel)
        throw error
      }
    },
    counts: () => [...counts.values()],
    lastFailure: () => lastFailure,
  }
}
