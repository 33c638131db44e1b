import type { Role } from '../store/generated/client.ts'
import type { Tx } from '../store/transaction.ts'
import { type AuditEntry, type Audited, writeAudit } from './audit.ts'
import { officerRoles } from './officer.ts'
import { holds, type Person } from './person.ts'

/** The actions of the audit that tell how the accounts and the data are guarded, by kind. */
export const securityKinds = {
  signIn: ['session.open', 'session.close'],
  wrongCode: ['door.wrong', 'chatCode.wrong', 'secondStep.wrong'],
  lockOut: ['door.locked', 'chatCode.locked', 'secondStep.locked'],
  secondStep: ['secondStep.confirm', 'secondStep.recovery', 'secondStep.reset'],
  revocation: ['session.end', 'session.endAll', 'session.endByAdmin'],
  export: ['export.table', 'export.own'],
  roles: [
    ...(['person.join', 'role.give', 'role.goOn', 'role.end', 'account.link', 'person.erase', 'person.merge'] as const),
    ...(['invitation.create', 'invitation.renew', 'invitation.revoke'] as const),
  ],
} as const

export const securityActions: readonly string[] = Object.values(securityKinds).flat()

/** The same by what they are done to; those of roles and people are declared where they are done. */
export const auditsOfSecurity: Audited = {
  session: [...securityKinds.signIn, ...securityKinds.revocation],
  door: ['door.wrong', 'door.locked'],
  account: ['chatCode.wrong', 'chatCode.locked'],
  'second-step': ['secondStep.wrong', 'secondStep.locked', ...securityKinds.secondStep],
  table: ['export.table', 'export.own'],
}

export type SecurityKind = keyof typeof securityKinds
export type SecurityAction = (typeof securityKinds)[SecurityKind][number]

export function isSecurityKind(name: string): name is SecurityKind {
  return Object.hasOwn(securityKinds, name)
}

/** What is shown in the security log alone: how people sign in is no matter of the campaign. */
export const signInSubjects = ['session', 'second-step', 'door'] as const

/** Writes an entry of the security log; `person` null: nobody is known. */
export function writeSecurity(
  tx: Pick<Tx, 'audit'>,
  entry: {
    person: Person | null
    action: SecurityAction
    subjectType: AuditEntry['subjectType']
    subjectId: string
    to?: string
    reason?: string
  },
  now: Date,
): Promise<void> {
  const { person, ...rest } = entry
  return writeAudit(tx, { actorId: person?.id ?? null, actorRole: person ? actingRole(person) : 'GUEST', ...rest }, now)
}

/** The weightiest role that the person holds. */
export function actingRole(person: Person): Role | 'GUEST' {
  return officerRoles.find(role => holds(person, role)) ?? person.roles[0]?.role ?? 'GUEST'
}
