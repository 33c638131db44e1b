import type { Audited } from './audit.ts'

/** What this room writes to the audit itself. */
export const auditsOfPeople: Audited = {
  account: ['account.reachable'],
  invitation: ['invitation.create', 'invitation.renew', 'invitation.revoke'],
  person: ['role.give', 'role.goOn', 'role.end', 'person.merge'],
}
