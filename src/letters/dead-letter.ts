import { randomInt } from 'node:crypto'
import type { Inbound } from '../channels/channel.ts'
import { after, instantOf } from '../clock.ts'
import { Prisma } from '../store/generated/client.ts'
import type { DeadLetterState } from '../store/generated/enums.ts'
import { newId } from '../store/new-id.ts'
import { chainOf, sqlStateOf } from '../store/sql-state.ts'
import type { Tx } from '../store/transaction.ts'

/** An event that could not be handled, as its chat knows it. */
export interface DeadLetter {
  id: string
  code: string
  state: DeadLetterState
  /** null: decided, and gone. */
  event: Inbound | null
  promptNo: number
  reason: string | null
}

/** How an event failed. */
export interface Failure {
  error: unknown
  code: string
  tries: number
  firstAt: Date
  lastAt: Date
}

/** What the person is told and the log knows. */
export function failureCode(): string {
  return `L-${randomInt(100_000, 999_999)}`
}

/** Keeps an event that failed, in the transaction that claims it. */
export async function keepLetter(
  tx: Tx,
  scene: { account: { id: string }; promptNo: number },
  event: Inbound,
  failure: Failure,
): Promise<DeadLetter> {
  const letter = { id: newId(failure.lastAt), code: failure.code, promptNo: scene.promptNo }
  await tx.deadLetter.create({
    data: {
      ...letter,
      channel: event.channel,
      eventId: event.eventId,
      accountId: scene.account.id,
      // Tried again, it is as old as it was.
      event: JSON.stringify({ ...event, seenAt: event.seenAt ?? failure.firstAt }),
      holdsChat: holdsChat(event),
      kind: event.content.type,
      why: classOf(failure.error),
      tries: failure.tries,
      firstFailedAt: failure.firstAt,
      lastFailedAt: failure.lastAt,
    },
  })
  return { ...letter, state: 'OPEN', event, reason: null }
}

/** Whether an answer may be lost with it. */
export function holdsChat({ content }: Inbound): boolean {
  return ['text', 'choice', 'files', 'contact'].includes(content.type)
}

/**
 * What a chat is held by when an event of that time comes: the oldest letter nobody has decided on, or one whose end the sender cannot
 * have known of, because the event is older. Null: the chat is free. Read under the lock of the conversation.
 */
export async function heldBy(tx: Tx, accountId: string, sentAt: Date, now: Date): Promise<DeadLetter | null> {
  const [row] = await tx.$queryRaw<{ letter: StoredLetter | null }[]>`
    SELECT held_by(${accountId}::uuid, ${heldIfEndedSince(sentAt, now)}::timestamptz) AS letter`
  return row?.letter ? letterOf(row.letter) : null
}

/** A letter that has ended after this still holds the chat against an event that was sent at that time. */
export function heldIfEndedSince(sentAt: Date, now: Date): Date {
  return after(now, Math.max(sentAt.getTime() + COARSEST_MS - now.getTime(), -LATE_MS))
}

/** Platforms tell the time of a message in whole seconds. */
const COARSEST_MS = 1_000
/** Nobody types for longer without looking; and clocks of platforms may be anything. */
const LATE_MS = 600_000

/** As the database has it. */
export type StoredLetter = Omit<DeadLetter, 'event'> & { event: string | null }

export async function readLetter(tx: Tx, id: string): Promise<DeadLetter | null> {
  const row = await tx.deadLetter.findUnique({ where: { id } })
  return row ? letterOf(row) : null
}

export function letterOf({ id, code, state, event, promptNo, reason }: StoredLetter): DeadLetter {
  return { id, code, state, event: event === null ? null : eventOf(event), promptNo, reason }
}

type Times = 'at' | 'seenAt' | 'claimedAt'
type Stored = Omit<Inbound, Times> & { at: string; seenAt?: string; claimedAt?: string }

function eventOf(stored: string): Inbound {
  // Only keepLetter writes them.
  const { at, seenAt, claimedAt, ...event } = JSON.parse(stored) as Stored
  return {
    ...event,
    at: instantOf(at),
    ...(seenAt ? { seenAt: instantOf(seenAt) } : {}),
    ...(claimedAt ? { claimedAt: instantOf(claimedAt) } : {}),
  }
}

/** Ends a letter that stands in `from`; false: another was first. The event is not kept any longer than it is needed. */
export async function endLetter(
  tx: Tx,
  id: string,
  from: readonly DeadLetterState[],
  to: 'RETRIED' | 'DROPPED',
  now: Date,
  decidedById?: string | null,
): Promise<boolean> {
  const { count } = await tx.deadLetter.updateMany({
    where: { id, state: { in: [...from] } },
    data: {
      state: to,
      event: null,
      endedAt: now,
      ...(decidedById === undefined ? {} : { decidedById, decidedAt: now }),
    },
  })
  return count === 1
}

/** Writes down a decision, to be carried out by `carryOutLetter`; false: there was one before. */
export async function decideLetter(
  tx: Tx,
  id: string,
  to: 'RETRYING' | 'DROPPING',
  by: { personId: string | null; reason: string | null },
  now: Date,
): Promise<boolean> {
  const { count } = await tx.deadLetter.updateMany({
    where: { id, state: 'OPEN' },
    data: { state: to, decidedById: by.personId, decidedAt: now, reason: by.reason },
  })
  return count === 1
}

/** The letter failed once more and waits for another decision. */
export async function reopenLetter(tx: Tx, id: string, failure: Failure): Promise<void> {
  await tx.deadLetter.update({
    where: { id },
    data: {
      state: 'OPEN',
      decidedById: null,
      decidedAt: null,
      reason: null,
      why: classOf(failure.error),
      tries: { increment: 1 },
      lastFailedAt: failure.lastAt,
    },
  })
}

/** Removes what is kept of these accounts. */
export async function forgetLetters(tx: Tx, accountIds: readonly string[]): Promise<void> {
  await tx.deadLetter.deleteMany({ where: { accountId: { in: [...accountIds] } } })
}

/** In one word, without anything of the message: SQLSTATE, Prisma's code, or the name of the error. */
function classOf(error: unknown): string {
  const state = sqlStateOf(error)
  if (state !== null) return state
  for (const link of chainOf(error)) if (link instanceof Prisma.PrismaClientKnownRequestError) return link.code
  return error instanceof Error ? error.name.slice(0, 60) : 'unknown'
}
