import type { Role } from '../store/generated/client.ts'
import { newId } from '../store/new-id.ts'
import type { Tx } from '../store/transaction.ts'

export const auditSubjects = [
  'report',
  'obligation',
  'applicability',
  'person',
  'invitation',
  'account',
  'campaign',
  'reminder',
  'explanation',
  'broadcast',
  'dead-letter',
  'sending',
  'session',
  'second-step',
  'door',
  'table',
  'paper',
  'initiative',
] as const

export type AuditSubject = (typeof auditSubjects)[number]

export function isAuditSubject(name: string): name is AuditSubject {
  return auditSubjects.some(subject => subject === name)
}

/** One change of state, as it will be shown to those who must answer for it. No message bodies. */
export interface AuditEntry {
  /** null: the system itself. */
  actorId: string | null
  actorRole: Role | 'SYSTEM' | 'GUEST'
  action: string
  subjectType: AuditSubject
  subjectId: string
  from?: string
  to?: string
  /** Mandatory for a return, a rejection, a withdrawal; the caller checks. */
  reason?: string
}

/** Writes down who did what, in the transaction that does it. */
export async function writeAudit(tx: Pick<Tx, 'audit'>, entry: AuditEntry, now: Date): Promise<void> {
  await tx.audit.create({ data: { id: newId(now), at: now, ...entry } })
}
