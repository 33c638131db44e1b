import type { Logger } from 'pino'
import type { Clock } from '../../clock.ts'
import { isTransient } from '../../store/transient.ts'
import type { Inbound } from '../channel.ts'

/** `done`: it may be acknowledged. `again`: it must be delivered once more. */
export type Taken = 'done' | 'again'

/** An event that fails this often for a reason of its own is given up, so that it does not come back for ever. */
export const MOST_TRIES = 5

/** How many failing events are remembered; the oldest is forgotten and would begin anew. */
const MOST_REMEMBERED = 1_000

/** Stores events, whichever way they come. A failure that will pass keeps an event waiting without end. */
export function eventTaker(deps: {
  /** Resolves when the event is safely stored; throws when it is not. */
  receive(inbound: Inbound): Promise<unknown>
  clock: Clock
  log: Pick<Logger, 'error' | 'warn'>
}): (inbound: Inbound) => Promise<Taken> {
  const tries = new Map<string, number>()
  /** First receipt of those that wait to come again: it tells how old they are. */
  const seen = new Map<string, Date>()
  return async inbound => {
    const { channel, eventId } = inbound
    const seenAt = seen.get(eventId)
    const now = deps.clock.now()
    try {
      await deps.receive(seenAt ? { ...inbound, seenAt } : inbound)
    } catch (error) {
      if (!seenAt && seen.size < MOST_REMEMBERED) seen.set(eventId, now)
      if (isTransient(error)) {
        deps.log.warn({ channel, eventId }, 'an event could not be stored yet')
        return 'again'
      }
      const count = (tries.get(eventId) ?? 0) + 1
      if (count < MOST_TRIES) {
        remember(eventId, count)
        return 'again'
      }
      deps.log.error({ err: error, channel, eventId }, 'an event could not be stored and is given up')
    }
    tries.delete(eventId)
    seen.delete(eventId)
    return 'done'
  }

  function remember(eventId: string, count: number): void {
    tries.set(eventId, count)
    for (const oldest of tries.size > MOST_REMEMBERED ? tries.keys() : []) {
      tries.delete(oldest)
      return
    }
  }
}
