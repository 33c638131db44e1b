import { randomBytes } from 'node:crypto'
import type { Tx } from '../store/transaction.ts'
import { hashToken } from './one-time-link.ts'

/** Gives this person a private calendar address; the one before, if there is one, ends. Returns the token for the address. */
export async function newCalendarAddress(tx: Tx, personId: string, now: Date): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const feed = { tokenHash: hashToken(token), madeAt: now }
  await tx.calendarFeed.upsert({ where: { personId }, create: { personId, ...feed }, update: feed })
  return token
}

export async function endCalendarAddress(tx: Tx, personId: string): Promise<boolean> {
  return (await tx.calendarFeed.deleteMany({ where: { personId } })).count > 0
}

export async function hasCalendarAddress(tx: Tx, personId: string): Promise<boolean> {
  return (await tx.calendarFeed.count({ where: { personId } })) > 0
}

/** Whose address it is, and an account of theirs. Null: nobody's, or of somebody who has no account any more. */
export async function ownerOfCalendar(tx: Tx, token: string): Promise<{ personId: string; accountId: string } | null> {
  const feed = await tx.calendarFeed.findUnique({ where: { tokenHash: hashToken(token) }, select: { personId: true } })
  if (!feed) return null
  const account = await tx.account.findFirst({ where: { personId: feed.personId }, orderBy: { createdAt: 'asc' } })
  return account && { personId: feed.personId, accountId: account.id }
}
