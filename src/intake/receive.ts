import type { Inbound } from '../channels/channel.ts'
import { type Failure, failureCode, holdsChat, keepLetter } from '../letters/dead-letter.ts'
import type { ClaimedRow } from '../outbox/claimed-row.ts'
import type { Place } from '../outbox/place.ts'
import { setReachable } from '../people/reachable.ts'
import { Ending, inTransaction, type Tx } from '../store/transaction.ts'
import { isTransient } from '../store/transient.ts'
import { carryOutLetter } from './carry-out-letter.ts'
import { answerHeld, tellOfFailure } from './hold.ts'
import { openScene } from './open-scene.ts'
import type { System } from './system.ts'
import { takeStep } from './take-step.ts'

export type Received = 'handled' | 'duplicate' | 'kept'

/**
 * Takes one event in: one transaction claims it, locks the conversation, takes the step and writes answers, state and
 * replies. After the commit the reply goes out from memory, where this instance has a place for it. When this resolves, the event may
 * be acknowledged to the platform; when it throws, it must not be: the platform will deliver it again, however often it takes
 * (promise 13).
 *
 * An event that fails alone, for a reason in it or in a feature, while the database can take it, is `kept` as a dead letter: the step
 * is undone, the person gets a code that is in the log, and the chat is held.
 */
export async function receive(system: System, inbound: Inbound): Promise<Received> {
  const place = system.place(inbound.channel)
  try {
    const { received, resend, reply } = await attempt(system, inbound, place)
    if (place && reply) place.send(reply)
    else system.wake('outbox')
    if (inbound.content.type === 'files') system.wake('files')
    if (resend) await resent(system, resend)
    return received
  } finally {
    place?.leave()
  }
}

interface Handled {
  received: Received
  /** The letter that the person has asked to be tried again. */
  resend: string | null
  /** What goes out as soon as it is committed; null: what is to be said is queued. */
  reply: ClaimedRow | null
}

const saidNothing = { resend: null, reply: null }

/** Two events may get into each other's way once; one that fails so often has a reason of its own. */
const MOST_TRIES = 3

async function attempt(system: System, inbound: Inbound, place: Place | null): Promise<Handled> {
  const firstAt = system.clock.now()
  for (let tries = 1; ; tries += 1) {
    try {
      return await inTransaction(system.prisma, tx => handle(system, tx, inbound, place))
    } catch (error) {
      if (isTransient(error)) throw error
      if (tries < MOST_TRIES) continue
      const failure: Failure = { error, code: failureCode(), tries, firstAt, lastAt: system.clock.now() }
      const { channel, eventId } = inbound
      system.log.error({ err: error, code: failure.code, channel, eventId }, 'an event could not be handled')
      const received = await inTransaction(system.prisma, tx => keep(system, tx, inbound, failure))
      return { received, ...saidNothing }
    }
  }
}

/** Claim, lock and read; step; write, with which the caller commits. */
async function handle(
  system: System,
  tx: Tx,
  inbound: Inbound,
  place: Place | null,
): Promise<Handled | Ending<Handled>> {
  const opened = await openScene(system, tx, inbound)
  if (!opened) return { received: 'duplicate', ...saidNothing }
  const { ctx, scene } = opened
  const isLeaving = inbound.content.type === 'left'
  if (isLeaving === scene.account.isActive) await setReachable(tx, scene.account.id, !isLeaving, ctx.now)
  if (scene.heldBy && !isLeaving)
    return { received: 'handled', resend: await answerHeld(system, opened, inbound, scene.heldBy), reply: null }
  // The pace is that of the moment of sending, not of the beginning of the event.
  const lease = () => place?.lease(system.clock.now()) ?? null
  const done = await takeStep(system, opened, inbound, { lease })
  const handled = (reply: ClaimedRow | null): Handled => ({ received: 'handled', resend: null, reply })
  return done instanceof Ending ? done.map(handled) : handled(done)
}

/**
 * The step is undone; the chat stays where it was, prompt and all. That this goes through shows that the database takes events, and
 * that the fault lies in this one.
 */
async function keep(system: System, tx: Tx, inbound: Inbound, failure: Failure): Promise<Received> {
  const { displayName: _, ...plain } = inbound
  const opened = await openScene(system, tx, plain)
  if (!opened) return 'duplicate'
  const letter = await keepLetter(tx, opened.scene, inbound, failure)
  if (inbound.content.type !== 'left')
    await tellOfFailure(opened, letter, { ...inbound, eventId: `letter:${letter.id}` }, holdsChat(inbound))
  return 'kept'
}

/** What is asked for stands in the database: when it cannot be done now, it is done with the next look at the letters. */
async function resent(system: System, letterId: string): Promise<void> {
  try {
    await carryOutLetter(system, letterId)
  } catch (error) {
    system.log.warn({ err: error }, 'a dead letter could not be handled again yet')
  }
}
