import { randomBytes } from 'node:crypto'
import type { Tx } from '../store/transaction.ts'
import { hashToken } from './one-time-link.ts'

/** Gives this person a private calendar address; the one before, if there is one, ends. Returns the token for the address. */
export async function newCalendarAddress(tx: Tx, personId: string, now: Date): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await tx.calendarFeed.deleteMany({ where: { person: { joinedInto: personId } } })
  const feed = { tokenHash: hashToken(token), madeAt: now }
  await tx.calendarFeed.upsert({ where: { personId }, create: { personId, ...feed }, update: feed })
  return token
}

export async function endCalendarAddress(tx: Tx, personId: string): Promise<boolean> {
  return (await tx.calendarFeed.deleteMany({ where: ownOf(personId) })).count > 0
}

export async function hasCalendarAddress(tx: Tx, personId: string): Promise<boolean> {
  return (await tx.calendarFeed.count({ where: ownOf(personId) })) > 0
}

/** Somebody who came in twice may have an address of each time: both show the same, and end together. */
function ownOf(personId: string) {
  return { OR: [{ personId }, { person: { joinedInto: personId } }] }
}

/** Whose address it is, and an account of theirs. Null: nobody's, or of somebody who has no account any more. */
export async function ownerOfCalendar(tx: Tx, token: string): Promise<{ personId: string; accountId: string } | null> {
  const feed = await tx.calendarFeed.findUnique({
    where: { tokenHash: hashToken(token) },
    select: { personId: true, person: { select: { joinedInto: true } } },
  })
  if (!feed) return null
  const personId = feed.person.joinedInto ?? feed.personId
  const account = await tx.account.findFirst({ where: { personId }, orderBy: { createdAt: 'asc' } })
  return account && { personId, accountId: account.id }
}
