import type { Role } from '../store/generated/client.ts'
import { newId } from '../store/new-id.ts'
import type { Tx } from '../store/transaction.ts'
import { writeAudit } from './audit.ts'
import { hashCode, randomCode } from './secret-code.ts'

export interface NewInvitation {
  unitCode: string
  role: Role
  /** The person it is meant for; the bot then does not ask for the name. */
  fullName?: string
  expiresAt: Date
  maxUses: number
  createdBy: string | null
}

/** Makes an invitation; `as`: the role in which. The code is returned once and stored only as a hash. */
export async function invite(
  tx: Tx,
  wanted: NewInvitation,
  now: Date,
  as: Role | 'SYSTEM' = 'SYSTEM',
): Promise<{ id: string; code: string }> {
  const id = newId(now)
  const code = randomCode(12)
  const { fullName, ...rest } = wanted
  await tx.invitation.create({
    data: { id, codeHash: hashCode(code), fullName: fullName ?? null, createdAt: now, ...rest },
  })
  const entry = {
    actorId: wanted.createdBy,
    actorRole: as,
    action: 'invitation.create',
    subjectType: 'invitation' as const,
    subjectId: id,
  }
  await writeAudit(tx, { ...entry, to: `${wanted.role}@${wanted.unitCode}` }, now)
  return { id, code }
}

export type FoundInvitation =
  | { found: true; id: string; unitCode: string; role: Role; fullName: string | null }
  | { found: false; why: 'unknown' | 'expired' | 'usedUp' | 'revoked' }

/** Looks a code up without using it. */
export async function findInvitation(tx: Tx, code: string, now: Date): Promise<FoundInvitation> {
  const row = await tx.invitation.findUnique({ where: { codeHash: hashCode(code) } })
  if (!row) return { found: false, why: 'unknown' }
  if (row.revokedAt) return { found: false, why: 'revoked' }
  if (row.expiresAt <= now) return { found: false, why: 'expired' }
  if (row.uses >= row.maxUses) return { found: false, why: 'usedUp' }
  return { found: true, id: row.id, unitCode: row.unitCode, role: row.role, fullName: row.fullName }
}

/** Counts one use; false when it has become invalid meanwhile. Two people at once cannot share the last use. */
export async function useInvitation(tx: Tx, id: string, now: Date): Promise<boolean> {
  const used = await tx.$executeRaw`
    UPDATE invitation SET uses = uses + 1
    WHERE id = ${id}::uuid AND uses < max_uses AND expires_at > ${now} AND revoked_at IS NULL`
  return used === 1
}
