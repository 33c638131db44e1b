import type { Role } from '../store/generated/client.ts'
import { newId } from '../store/new-id.ts'
import type { Tx } from '../store/transaction.ts'

/**
 * What a feature or room writes down: by what it is done to, the actions. Words: `exports.subjectTypes.<subject>`,
 * `audit.actions.<action>`.
 */
export type Audited = Readonly<Record<string, readonly string[]>>

/** One change of state, as it will be shown to those who must answer for it. No message bodies. */
export interface AuditEntry {
  /** null: the system itself. */
  actorId: string | null
  actorRole: Role | 'SYSTEM' | 'GUEST'
  /** It and the subject are declared by the feature that does it (`Feature.audits`). */
  action: string
  subjectType: string
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
