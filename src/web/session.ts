import { createHash, randomBytes } from 'node:crypto'
import { after } from '../clock.ts'
import { sessionRef } from '../people/sessions.ts'
import type { PrismaClient } from '../store/generated/client.ts'
import { newId } from '../store/new-id.ts'
import type { Tx } from '../store/transaction.ts'

/** A signed-in browser. */
export interface Session {
  /** The browser's secret: stored only as a hash, never logged. */
  token: string
  account: { id: string; externalId: string }
  /** Null until the visitor has joined in the chat. */
  personId: string | null
  /** What names it to its owner and in the log. */
  ref: string
  lastSeenAt: Date
  secondStepAt: Date | null
  /** The campaign that was chosen on the desk; null: none. */
  campaignId: string | null
}

/** Signs a browser in to a web account; the returned token is its cookie. It ends when nothing is asked for `idle` milliseconds. */
export async function openSession(
  tx: Tx,
  who: { accountId: string; personId: string | null; device: string },
  idle: number,
  now: Date,
): Promise<{ token: string; ref: string }> {
  const token = randomBytes(32).toString('base64url')
  const tokenHash = hash(token)
  await tx.webSession.deleteMany({ where: { expiresAt: { lte: now } } })
  await tx.webSession.create({
    data: { tokenHash, ...who, createdAt: now, lastSeenAt: now, expiresAt: after(now, idle) },
  })
  return { token, ref: sessionRef(tokenHash) }
}

/** Writes down that somebody is there, and lets the session live on from here. */
export async function touchSession(prisma: PrismaClient, session: Session, idle: number, now: Date): Promise<void> {
  await prisma.webSession.updateMany({
    where: { tokenHash: hash(session.token) },
    data: { lastSeenAt: now, expiresAt: after(now, idle) },
  })
}

/** From here on the desk shows this campaign, in this session. */
export async function chooseCampaign(prisma: PrismaClient, session: Session, campaignId: string): Promise<void> {
  await prisma.webSession.updateMany({ where: { tokenHash: hash(session.token) }, data: { campaignId } })
}

/** The second step is done, for this session. */
export async function passSecondStep(tx: Tx, session: Session, now: Date): Promise<void> {
  await tx.webSession.updateMany({ where: { tokenHash: hash(session.token) }, data: { secondStepAt: now } })
}

/**
 * The session of a cookie; null when there is none, or it is too old, or its account has since left the person it was opened
 * for: somebody who joins with that account later must not be seen through an old cookie.
 */
export async function readSession(prisma: PrismaClient, token: string, now: Date): Promise<Session | null> {
  const tokenHash = hash(token)
  // One statement: every request of a browser begins with it.
  const [row] = await prisma.$queryRaw<Row[]>`
    SELECT a.id, a.external_id AS "externalId", a.person_id AS "personId", s.person_id AS "openedFor",
      s.expires_at AS "expiresAt", s.last_seen_at AS "lastSeenAt", s.second_step_at AS "secondStepAt",
      s.campaign_id AS "campaignId"
    FROM web_session s JOIN account a ON a.id = s.account_id WHERE s.token_hash = ${tokenHash}`
  if (!row || row.expiresAt <= now) return null
  const { id, externalId, personId, openedFor, lastSeenAt, secondStepAt, campaignId } = row
  if (openedFor !== null && openedFor !== personId) return null
  if (openedFor === null && personId !== null)
    await prisma.webSession.updateMany({ where: { tokenHash }, data: { personId } })
  const account = { id, externalId }
  return { token, account, personId, ref: sessionRef(tokenHash), lastSeenAt, secondStepAt, campaignId }
}

type Row = Session['account'] &
  Pick<Session, 'personId' | 'lastSeenAt' | 'secondStepAt' | 'campaignId'> & {
    openedFor: string | null
    expiresAt: Date
  }

/** Puts the ends of all sessions off, when the clock is put forward. */
export async function keepSessions(tx: Tx, milliseconds: number): Promise<void> {
  await tx.$executeRaw`UPDATE web_session SET
    expires_at = expires_at + ${milliseconds} * interval '1 millisecond',
    last_seen_at = last_seen_at + ${milliseconds} * interval '1 millisecond'`
}

export async function closeSession(prisma: PrismaClient, token: string): Promise<void> {
  await prisma.webSession.deleteMany({ where: { tokenHash: hash(token) } })
}

/** The web account of a person, made when there is none: signing in again shows the same chat. */
export async function webAccountOf(tx: Tx, personId: string, now: Date): Promise<string> {
  const known = await tx.account.findFirst({ where: { channel: 'web', personId }, orderBy: { createdAt: 'asc' } })
  if (!known) return newWebAccount(tx, personId, now)
  if (known.state !== 'ACTIVE')
    await tx.account.update({ where: { id: known.id }, data: { state: 'ACTIVE', inactiveWhy: null } })
  return known.id
}

/** A fresh web account; without a person it is a visitor who is about to join. */
export async function newWebAccount(tx: Tx, personId: string | null, now: Date): Promise<string> {
  const id = newId(now)
  const externalId = randomBytes(16).toString('hex')
  await tx.account.create({
    data: { id, channel: 'web', externalId, personId, createdAt: now, conversation: { create: {} } },
  })
  return id
}

function hash(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
