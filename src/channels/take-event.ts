import type { Logger } from 'pino'
import { sqlStateOf } from '../store/sql-state.ts'
import type { Inbound } from './channel.ts'

/** `done`: it may be acknowledged. `again`: it must be delivered once more. */
export type Taken = 'done' | 'again'

/**
 * Stores events, whichever way and from whichever platform they come. An event that could not be stored comes again, however often it
 * takes: giving up is not for a channel. One that cannot be handled at all is stored by the intake as a dead letter.
 */
export function eventTaker(deps: {
  /** Resolves when the event is safely stored; throws when it is not. */
  receive(inbound: Inbound): Promise<unknown>
  log: Pick<Logger, 'warn'>
}): (inbound: Inbound) => Promise<Taken> {
  return async inbound => {
    try {
      await deps.receive(inbound)
      return 'done'
    } catch (error) {
      const { channel, eventId } = inbound
      const why = sqlStateOf(error) ?? (error instanceof Error ? error.name : 'unknown')
      deps.log.warn({ channel, eventId, why }, 'an event could not be stored yet')
      return 'again'
    }
  }
}
