import type { Inbound } from '../channels/channel.ts'
import { type DeadLetter, endLetter, type Failure, readLetter, reopenLetter } from '../letters/dead-letter.ts'
import { atOnce, inTransaction, type Tx } from '../store/transaction.ts'
import { isTransient } from '../store/transient.ts'
import { excerptOf, freed, tellOfFailure } from './hold.ts'
import { openScene } from './open-scene.ts'
import type { System } from './system.ts'
import { takeStep } from './take-step.ts'

/**
 * Carries out what was decided on a letter, exactly once, however often and by how many instances it is asked to: the event is handled
 * again as it came, under its own key, or it is given up and the chat goes on. Throws what will pass; then it stays to be done.
 */
export async function carryOutLetter(system: System, id: string): Promise<void> {
  try {
    await inTransaction(system.prisma, tx => carryOut(system, tx, id))
  } catch (error) {
    if (isTransient(error)) throw error
    const now = system.clock.now()
    await inTransaction(system.prisma, tx => failedAgain(system, tx, id, error, now))
  }
  system.wake('outbox')
  system.wake('files')
}

/** Carries out all that was decided. */
export async function carryOutLetters(system: System): Promise<void> {
  const decided = await system.prisma.deadLetter.findMany({
    where: { state: { in: ['RETRYING', 'DROPPING'] } },
    orderBy: { firstFailedAt: 'asc' },
    select: { id: true },
  })
  for (const { id } of decided) await carryOutLetter(system, id)
}

async function carryOut(system: System, tx: Tx, id: string): Promise<void> {
  const { letter, event, opened } = (await underItsLock(system, tx, id)) ?? {}
  if (!letter || !event || !opened) return
  const { ctx, scene } = opened
  const told = { what: excerptOf(letter, ctx.t), code: letter.code }
  if (letter.state === 'RETRYING') {
    if (!(await endLetter(tx, id, ['RETRYING'], 'RETRIED', ctx.now))) return
    const present = onThePresentPrompt(event, letter, scene.promptNo)
    await atOnce(tx, await takeStep(system, opened, present, { lead: ctx.t('letters.retried', told) }))
    return
  }
  if (!(await endLetter(tx, id, ['DROPPING'], 'DROPPED', ctx.now))) return
  const said = ctx.t('letters.droppedByOfficer', { ...told, reason: letter.reason ?? '' })
  await freed(system, opened, { ...event, eventId: `letter:${id}:dropped` }, said)
}

/** The conversation first, then the letter: the order in which events of the chat take them. */
async function underItsLock(system: System, tx: Tx, id: string) {
  const seen = await readLetter(tx, id)
  if (!seen?.event) return null
  const opened = await openScene(system, tx, namedAnew(seen.event, seen))
  const letter = await readLetter(tx, id)
  if (!opened || !letter?.event || (letter.state !== 'RETRYING' && letter.state !== 'DROPPING')) return null
  return { letter, event: letter.event, opened }
}

/** The event itself was claimed when it failed; each try claims a name of its own, once it goes through. */
function namedAnew({ displayName: _, ...event }: Inbound, { id, state }: DeadLetter): Inbound {
  return { ...event, eventId: `letter:${id}:${state}` }
}

/** A press on the question that was open then is one on the same question now: telling of the failure gave it another number. */
function onThePresentPrompt(event: Inbound, letter: DeadLetter, promptNo: number): Inbound {
  const { content } = event
  if (content.type !== 'choice' || content.prompt !== String(letter.promptNo)) return event
  return { ...event, content: { ...content, prompt: String(promptNo) } }
}

async function failedAgain(system: System, tx: Tx, id: string, error: unknown, now: Date): Promise<void> {
  const seen = await readLetter(tx, id)
  if (!seen?.event || seen.state !== 'RETRYING') throw error
  const { code } = seen
  system.log.error({ err: error, code, channel: seen.event.channel }, 'a dead letter could not be handled again')
  const { tries } = await tx.deadLetter.findUniqueOrThrow({ where: { id }, select: { tries: true } })
  const event = { ...namedAnew(seen.event, seen), eventId: `letter:${id}:failed:${tries}` }
  const opened = await openScene(system, tx, event)
  if (!opened) return
  const failure: Failure = { error, code, tries: 1, firstAt: now, lastAt: now }
  await reopenLetter(tx, id, failure)
  await tellOfFailure(opened, seen, event, true)
}
