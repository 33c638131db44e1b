import type { Inbound } from '../channels/channel.ts'
import { type Failure, failureCode, heldBy, holdsChat, keepLetter } from '../letters/dead-letter.ts'
import { setReachable } from '../people/reachable.ts'
import { inTransaction, type Tx } from '../store/transaction.ts'
import { isTransient } from '../store/transient.ts'
import { answerHeld, tellOfFailure } from './hold.ts'
import { openScene } from './open-scene.ts'
import { settleLetter } from './settle-letter.ts'
import type { System } from './system.ts'
import { takeStep } from './take-step.ts'

export type Received = 'handled' | 'duplicate' | 'kept'

/**
 * Takes one event in: one transaction claims it, locks the conversation, takes the step and writes answers, state and
 * replies. When this resolves, the event may be acknowledged to the platform; when it throws, it must not be: the
 * platform will deliver it again, however often it takes (promise 13).
 *
 * An event that fails alone, for a reason in it or in a feature, while the database can take it, is `kept` as a dead letter: the step
 * is undone, the person gets a code that is in the log, and the chat is held.
 */
export async function receive(system: System, inbound: Inbound): Promise<Received> {
  const { received, resend } = await attempt(system, inbound)
  system.wake('outbox')
  if (inbound.content.type === 'files') system.wake('files')
  if (resend) await resent(system, resend)
  return received
}

interface Handled {
  received: Received
  /** The letter that the person has asked to be tried again. */
  resend: string | null
}

/** Two events may get into each other's way once; one that fails so often has a reason of its own. */
const MOST_TRIES = 3

async function attempt(system: System, inbound: Inbound): Promise<Handled> {
  const firstAt = system.clock.now()
  for (let tries = 1; ; tries += 1) {
    try {
      return await inTransaction(system.prisma, tx => handle(system, tx, inbound))
    } catch (error) {
      if (isTransient(error)) throw error
      if (tries < MOST_TRIES) continue
      const failure: Failure = { error, code: failureCode(), tries, firstAt, lastAt: system.clock.now() }
      const { channel, eventId } = inbound
      system.log.error({ err: error, code: failure.code, channel, eventId }, 'an event could not be handled')
      return { received: await inTransaction(system.prisma, tx => keep(system, tx, inbound, failure)), resend: null }
    }
  }
}

/** Claim, lock and read; step; write. The caller commits. */
async function handle(system: System, tx: Tx, inbound: Inbound): Promise<Handled> {
  const opened = await openScene(system, tx, inbound)
  if (!opened) return { received: 'duplicate', resend: null }
  const { ctx, scene } = opened
  const isLeaving = inbound.content.type === 'left'
  if (isLeaving === scene.account.isActive) await setReachable(tx, scene.account.id, !isLeaving, ctx.now)
  const letter = isLeaving ? null : await heldBy(tx, scene.account.id, inbound.at, ctx.now)
  if (letter) return { received: 'handled', resend: await answerHeld(system, opened, inbound, letter) }
  await takeStep(system, opened, inbound)
  return { received: 'handled', resend: null }
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
    await settleLetter(system, letterId)
  } catch (error) {
    system.log.warn({ err: error }, 'a dead letter could not be handled again yet')
  }
}
