import { createHash, randomBytes } from 'node:crypto'
import { after } from '../clock.ts'
import type { Tx } from '../store/transaction.ts'
import { hashCode, randomCode } from './secret-code.ts'

export type LinkPurpose = 'web' | 'account' | 'files'

const lifetime = { web: 15 * 60_000, account: 10 * 60_000, files: 30 * 60_000 } as const

/** A link that signs this person in on the web once, within a quarter of an hour. Returns the token for the address. */
export async function linkToWeb(tx: Tx, personId: string, now: Date): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await tx.oneTimeLink.create({
    data: { tokenHash: hashToken(token), personId, purpose: 'web', expiresAt: after(now, lifetime.web) },
  })
  return token
}

/** The question of a draft that wants files, and the chat in which it was asked. */
export interface AskedFiles {
  personId: string
  accountId: string
  draftId: string
  field: string
}

/** A link through which this person hands in the files of one question, once, within half an hour. Returns the token for the address. */
export async function linkForFiles(tx: Tx, asked: AskedFiles, now: Date): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const expiresAt = after(now, lifetime.files)
  await tx.oneTimeLink.create({ data: { ...asked, tokenHash: hashToken(token), purpose: 'files', expiresAt } })
  return token
}

/** Whether the same was asked for so lately that a file sent together with another one is the reason. */
export async function isJustAsked(tx: Tx, { accountId, draftId, field }: AskedFiles, now: Date): Promise<boolean> {
  const expiresAt = { gt: after(now, lifetime.files - JUST_NOW_MS) }
  return (await tx.oneTimeLink.count({ where: { accountId, draftId, field, usedAt: null, expiresAt } })) > 0
}

const JUST_NOW_MS = 10_000

/** What a link for files asks for, while it can be used. */
export async function filesAsked(tx: Tx, token: string, now: Date): Promise<AskedFiles | null> {
  const link = await tx.oneTimeLink.findUnique({ where: { tokenHash: hashToken(token) } })
  if (link?.purpose !== 'files' || link.usedAt !== null || link.expiresAt <= now) return null
  const { personId, accountId, draftId, field } = link
  return accountId === null || draftId === null || field === null ? null : { personId, accountId, draftId, field }
}

/** Gives a link back whose use came to nothing. */
export async function giveBack(tx: Tx, tokenHash: string): Promise<void> {
  await tx.oneTimeLink.updateMany({ where: { tokenHash }, data: { usedAt: null } })
}

/** A short code that joins a second chat account to this person, typed there within ten minutes. */
export async function codeForAccount(tx: Tx, personId: string, now: Date): Promise<string> {
  const code = randomCode(8)
  await tx.oneTimeLink.create({
    data: { tokenHash: hashCode(code), personId, purpose: 'account', expiresAt: after(now, lifetime.account) },
  })
  return code
}

/** Uses a link or code up. Null: unknown, used or too old. */
export async function redeem(tx: Tx, tokenHash: string, purpose: LinkPurpose, now: Date): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ person_id: string }[]>`
    UPDATE one_time_link SET used_at = ${now}
    WHERE token_hash = ${tokenHash} AND purpose = ${purpose} AND used_at IS NULL AND expires_at > ${now}
    RETURNING person_id`
  return row?.person_id ?? null
}

export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
