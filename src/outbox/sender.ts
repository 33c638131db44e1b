import type { Logger } from 'pino'
import type { Channel, SendResult } from '../channels/channel.ts'
import { after, type Clock } from '../clock.ts'
import type { PrismaClient } from '../store/generated/client.ts'
import { inTransaction } from '../store/transaction.ts'
import { claimRows, type Room } from './claim.ts'
import { type ClaimedRow, deliveryOf } from './claimed-row.ts'
import { keepResult } from './keep-result.ts'
import { keepSent, type SentRow } from './keep-sent.ts'
import { lookAt } from './look.ts'
import type { NextState } from './next-state.ts'
import type { Pace } from './pace.ts'
import { leaseOf, type Place } from './place.ts'
import { expireRows, recoverRows } from './recover.ts'
import { together } from './together.ts'

export interface SenderSettings {
  prisma: PrismaClient
  clock: Clock
  log: Pick<Logger, 'info' | 'warn' | 'error'>
  /** Names this instance in leases; unique over all that ever ran. */
  owner: string
}

export interface Sender {
  /** Starts what may be sent now. Tells when to look again; null: when something ends or is queued. */
  round(): Promise<Date | null>
  /** A place for one reply that is about to be written; null: there is none, and it is queued. */
  place(): Place | null
  /** Prolongs the leases of what is being sent. */
  prolong(): Promise<void>
  /** Resolves when nothing is being sent. */
  idle(): Promise<void>
}

/** After this long without a sign of life another instance takes a row over. */
const LEASE_MS = 10_000

/** Ends that are written down in one statement. */
const MOST_AT_ONCE = 100

/**
 * Sends the rows of one channel. `onEnd` is called after each attempt: there may be room for the next. `isPressing`: something may be
 * waiting for just that.
 */
export function channelSender(
  settings: SenderSettings,
  channel: Channel,
  pace: Pace,
  onEnd: (isPressing: boolean) => void,
): Sender {
  const { prisma, clock, log, owner } = settings
  const inFlight = new Map<ClaimedRow, Promise<void>>()
  const places = new Set<Place>()
  /** Sent, and not yet written down. */
  const ended = new Set<bigint>()
  const writeDown = together<SentRow>(MOST_AT_ONCE, batch => keepSent(prisma, batch, owner))

  async function round(): Promise<Date | null> {
    const now = clock.now()
    const { isReplyDue, isBulkDue, isExpired, isLapsed } = await lookAt(prisma, channel.name, LEASE_MS, now)
    if (isExpired) {
      const expired = await expireRows(prisma, channel.name, now)
      log.info({ channel: channel.name, expired }, 'messages expired before they were sent')
    }
    if (isLapsed)
      for (const { row, next } of await recoverRows(prisma, channel.name, { ms: LEASE_MS, mine: ownSeqs() }, now))
        report(row, next)
    const free = roomLeft()
    // What was recovered may be due again at once.
    const room = {
      replies: isReplyDue || isLapsed ? free.any : 0,
      bulk: isBulkDue || isLapsed ? free.bulk : 0,
      any: free.any,
    }
    if (room.any === 0 || room.replies + room.bulk <= 0) return null
    const { rows, moreAt } = await inTransaction(prisma, tx =>
      claimRows(tx, channel.name, pace, room, { owner, ms: LEASE_MS }, now),
    )
    for (const row of rows) begin(row, true)
    return moreAt
  }

  function begin(row: ClaimedRow, isClaimed: boolean): void {
    const sending = deliver(row).finally(() => {
      const wasFull = roomLeft().any <= 0
      inFlight.delete(row)
      onEnd(isClaimed || wasFull)
    })
    inFlight.set(row, sending)
  }

  function place(): Place | null {
    if (roomLeft().any <= 0) return null
    const kept: Place = {
      lease: now => leaseOf(owner, pace, ended, now),
      send: row => {
        places.delete(kept)
        begin(row, false)
      },
      leave: () => places.delete(kept),
    }
    places.add(kept)
    return kept
  }

  function ownSeqs(): bigint[] {
    return [...inFlight.keys()].map(row => row.seq)
  }

  /** One place is kept for replies, so that slow bulk messages never make a conversation wait. */
  function roomLeft(): Omit<Room, 'replies'> {
    const bulkInFlight = [...inFlight.keys()].filter(row => row.kind !== 'REPLY').length
    return { any: pace.parallel - inFlight.size - places.size, bulk: Math.max(1, pace.parallel - 1) - bulkInFlight }
  }

  async function deliver(row: ClaimedRow): Promise<void> {
    const result = await channel.send(deliveryOf(row)).catch((): SendResult => ({ result: 'unknown', why: 'fault' }))
    try {
      if (result.result === 'sent') {
        ended.add(row.seq)
        await writeDown({ row, result, at: clock.now() })
      } else {
        const next = await again(() =>
          inTransaction(prisma, tx => keepResult(tx, channel.name, row, result, owner, clock.now())),
        )
        if (next) report(row, next)
      }
    } catch (error) {
      // The lease runs out, and the row is settled as one whose sender is gone.
      log.error(
        { err: error, seq: String(row.seq), channel: channel.name },
        'the end of a send could not be written down',
      )
    } finally {
      ended.delete(row.seq)
    }
  }

  function report(row: ClaimedRow, next: NextState): void {
    const { state, why } = next
    log.warn({ seq: String(row.seq), channel: channel.name, kind: row.kind, state, why }, 'a message was not sent')
  }

  return {
    round,
    place,
    prolong: async () => {
      if (inFlight.size === 0) return
      await prisma.outbox.updateMany({
        where: { seq: { in: ownSeqs() }, state: 'SENDING', leaseOwner: owner },
        data: { leaseUntil: after(clock.now(), LEASE_MS) },
      })
    },
    idle: async () => {
      await Promise.all(inFlight.values())
    },
  }
}

async function again<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch {
    return work()
  }
}
