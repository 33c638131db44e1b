import type { Logger } from 'pino'
import type { Clock } from '../clock.ts'
import { sqlStateOf } from '../store/sql-state.ts'
import type { Inbound } from './channel.ts'

/** `done`: it may be acknowledged. `again`: it must be delivered once more. */
export type Taken = 'done' | 'again'

/** More than ever wait at once. */
const MOST_REMEMBERED = 10_000

/**
 * Stores events, whichever way and from whichever platform they come. An event that could not be stored comes again, however often it
 * takes: giving up is not for a channel. One that cannot be handled at all is stored by the intake as a dead letter. What comes again
 * is as old as when it came first: `read` is given that time, and nothing is stored where it reads nothing.
 */
export function eventTaker(deps: {
  /** Resolves when the event is safely stored; throws when it is not. */
  receive(inbound: Inbound): Promise<unknown>
  clock: Clock
  log: Pick<Logger, 'warn'>
}): (id: string, read: (firstSeen: Date) => Inbound | null) => Promise<Taken> {
  /** First receipt of those that wait to come again. */
  const seen = new Map<string, Date>()
  return async (id, read) => {
    const seenAt = seen.get(id)
    const firstSeen = seenAt ?? deps.clock.now()
    const inbound = read(firstSeen)
    try {
      if (inbound) await deps.receive(seenAt ? { ...inbound, seenAt } : inbound)
      seen.delete(id)
      return 'done'
    } catch (error) {
      if (seen.size < MOST_REMEMBERED) seen.set(id, firstSeen)
      const why = sqlStateOf(error) ?? (error instanceof Error ? error.name : 'unknown')
      deps.log.warn({ channel: inbound?.channel, eventId: id, why }, 'an event could not be stored yet')
      return 'again'
    }
  }
}
