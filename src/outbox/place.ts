import { after } from '../clock.ts'
import type { ClaimedRow } from './claimed-row.ts'
import { memoryMs, type Pace } from './pace.ts'

/**
 * A place that this instance keeps for the reply to one event while it is handled, so that the reply is born leased to it and
 * goes out from memory as soon as it is committed. A crash leaves a lease that runs out, as with any row under way.
 */
export interface Place {
  /** What `keep_turn` needs in order to decide whether the reply may go at once, and to lease it. */
  lease(now: Date): Lease
  /** The reply is committed: it is sent. The place is given back by itself. */
  send(row: ClaimedRow): void
  /** Gives the place back when it was not used. May be called at any time. */
  leave(): void
}

/** Plain data, for the database. */
export interface Lease {
  owner: string
  until: Date
  /** Milliseconds. */
  at: number
  /** Infinity is no number there: null. */
  perSecond: number | null
  perMinute: number | null
  chatBurst: number | null
  memoryMs: number
  /** Rows that this instance has sent and is about to write down: they hold nothing back. */
  ended: readonly string[]
}

/** Longer than it takes until leases are prolonged for the first time; short, because a person waits when the sender is gone. */
const BORN_LEASE_MS = 10_000

export function leaseOf(owner: string, pace: Pace, ended: Iterable<bigint>, now: Date): Lease {
  return {
    owner,
    until: after(now, BORN_LEASE_MS),
    at: now.getTime(),
    perSecond: limit(pace.perSecond),
    perMinute: pace.perMinute?.messages ?? null,
    chatBurst: limit(pace.chatBurst),
    memoryMs: memoryMs(pace),
    ended: [...ended].map(String),
  }
}

function limit(most: number): number | null {
  return most === Infinity ? null : most
}
