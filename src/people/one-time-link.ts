import { createHash, randomBytes } from 'node:crypto'
import { after } from '../clock.ts'
import type { Tx } from '../store/transaction.ts'
import { hashCode, randomCode } from './secret-code.ts'

export type LinkPurpose = 'web' | 'account'

const lifetime = { web: 15 * 60_000, account: 10 * 60_000 } as const

/** A link that signs this person in on the web once, within a quarter of an hour. Returns the token for the address. */
export async function linkToWeb(tx: Tx, personId: string, now: Date): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await tx.oneTimeLink.create({
    data: { tokenHash: hashToken(token), personId, purpose: 'web', expiresAt: after(now, lifetime.web) },
  })
  return token
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
