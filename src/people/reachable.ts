import type { Tx } from '../store/transaction.ts'
import { writeAudit } from './audit.ts'

/** Records that an account went away or came back; officers see it, and reminders choose another channel. */
export async function setReachable(
  tx: Tx,
  accountId: string,
  isReachable: boolean,
  now: Date,
  why?: string,
): Promise<void> {
  const to = isReachable ? 'ACTIVE' : 'INACTIVE'
  const { count } = await tx.account.updateMany({
    where: { id: accountId, state: { not: to } },
    data: { state: to, inactiveWhy: isReachable ? null : (why ?? 'left') },
  })
  if (count === 0) return
  const entry = { actorId: null, actorRole: 'SYSTEM', action: 'account.reachable' } as const
  await writeAudit(
    tx,
    { ...entry, subjectType: 'account', subjectId: accountId, to, ...(why ? { reason: why } : {}) },
    now,
  )
}
