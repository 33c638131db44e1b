import type { Role } from '../store/generated/client.ts'
import type { Tx } from '../store/transaction.ts'
import { writeAudit } from './audit.ts'
import { hashCode, randomCode } from './secret-code.ts'

/** An invitation that still works, to a person by name. */
export interface OpenInvitation {
  id: string
  unitCode: string
  role: Role
  fullName: string
  createdAt: Date
  expiresAt: Date
}

export interface Actor {
  id: string
  role: Role
}

/** Those who were invited by name and have not come, the longest waiting first; `units` null: everywhere. */
export async function openInvitations(
  tx: Pick<Tx, 'invitation'>,
  units: readonly string[] | null,
  now: Date,
): Promise<OpenInvitation[]> {
  const rows = await tx.invitation.findMany({
    where: {
      ...(units === null ? {} : { unitCode: { in: [...units] } }),
      ...{ fullName: { not: null }, revokedAt: null, expiresAt: { gt: now } },
      uses: { lt: tx.invitation.fields.maxUses },
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ fullName, ...row }) => ({ ...row, fullName: fullName ?? '' }))
}

/**
 * A new code for an invitation that still waits, so that it can be printed again: only a hash of the old one is stored, and the old one
 * ends. Null: it waits no more.
 */
export async function renewInvitation(
  tx: Tx,
  id: string,
  { expiresAt, now, by }: { expiresAt: Date; now: Date; by: Actor },
): Promise<string | null> {
  const code = randomCode(12)
  const { count } = await tx.invitation.updateMany({
    where: { id, ...stillOpen(tx, now) },
    data: { codeHash: hashCode(code), expiresAt },
  })
  if (count === 0) return null
  await audited(tx, id, 'invitation.renew', by, now)
  return code
}

/** Takes an invitation back; false: it was used, has run out or was taken back before. */
export async function revokeInvitation(tx: Tx, id: string, now: Date, by: Actor): Promise<boolean> {
  const { count } = await tx.invitation.updateMany({
    where: { id, ...stillOpen(tx, now) },
    data: { revokedAt: now },
  })
  if (count === 0) return false
  await audited(tx, id, 'invitation.revoke', by, now)
  return true
}

function stillOpen(tx: Tx, now: Date) {
  return { revokedAt: null, expiresAt: { gt: now }, uses: { lt: tx.invitation.fields.maxUses } }
}

async function audited(tx: Tx, id: string, action: string, by: Actor, now: Date): Promise<void> {
  const subject = { subjectType: 'invitation', subjectId: id }
  await writeAudit(tx, { actorId: by.id, actorRole: by.role, action, ...subject }, now)
}
