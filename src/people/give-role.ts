import type { Role } from '../store/generated/client.ts'
import { newId } from '../store/new-id.ts'
import type { Tx } from '../store/transaction.ts'
import { writeAudit } from './audit.ts'
import { endRole } from './end-role.ts'
import type { Actor } from './open-invitations.ts'
import { dayBefore } from './period.ts'

/** A role at a unit for a period. Plain days, both inclusive; `to` null: until it is ended. */
export interface GivenRole {
  personId: string
  unitCode: string
  role: Role
  from: string
  to: string | null
  position?: string
  /** Whose place is taken. */
  inPlaceOf?: string
  /** Roles that end with the day before; the last holder of one keeps it. */
  instead?: readonly { unitCode: string; role: Role }[]
}

export interface Acting {
  now: Date
  today: string
  /** null: the operator of the machine. */
  by: Actor | null
}

/** Gives a role; false: the person holds it through all of that time. Rights follow the day: nothing else has to be told. */
export async function giveRole(tx: Tx, given: GivenRole, acting: Acting): Promise<boolean> {
  const { personId, unitCode, role, from, to, position = '', inPlaceOf, instead = [] } = given
  const { now, by } = acting
  const held = await tx.roleAssignment.findMany({ where: { personId, unitCode, role } })
  if (held.some(one => one.validFrom <= from && covers(one.validTo, to))) return false
  const period = { validTo: to, inPlaceOf: inPlaceOf ?? null }
  await tx.roleAssignment.upsert({
    where: { personId_unitCode_role_validFrom: { personId, unitCode, role, validFrom: from } },
    create: { id: newId(now), personId, unitCode, role, validFrom: from, position, ...period },
    update: period,
  })
  const actor = { actorId: by?.id ?? null, actorRole: by?.role ?? ('SYSTEM' as const) }
  const subject = { subjectType: 'person' as const, subjectId: personId }
  const until = to === null ? `${from}` : `${from}/${to}`
  await writeAudit(tx, { ...actor, ...subject, action: 'role.give', to: `${role}@${unitCode} ${until}` }, now)
  const lastDay = dayBefore(from)
  for (const other of instead) {
    if (other.unitCode === unitCode && other.role === role) continue
    const open = await tx.roleAssignment.findMany({
      where: { personId, ...other, OR: [{ validTo: null }, { validTo: { gt: lastDay } }] },
    })
    for (const { id } of open) await endRole(tx, id, lastDay, acting)
  }
  return true
}

function covers(held: string | null, wanted: string | null): boolean {
  return held === null || (wanted !== null && held >= wanted)
}
