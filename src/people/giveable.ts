import { Role } from '../store/generated/client.ts'
import { may } from './may.ts'
import type { Person } from './person.ts'
import type { Right } from './right.ts'

const staff: readonly Role[] = ['OFFICIAL', 'PRESS', 'FRONT']
const underHead: readonly Role[] = ['CLERK', ...staff, 'COUNCIL']
const allBut = (...left: readonly Role[]): readonly Role[] => Object.values(Role).filter(role => !left.includes(role))

/**
 * Which roles the holder of a role may give: nobody a role that decides over their own work. A focal point does not make a head, an
 * officer no administrator.
 */
const gives: Readonly<Partial<Record<Role, readonly Role[]>>> = {
  ADMIN: allBut(),
  PNV: allBut('ADMIN'),
  HEAD: underHead,
  WARD_CHAIR: underHead,
  CLERK: staff,
}

/** The roles that this person may give, by this right, at a unit; empty: none. */
export function giveableRoles(person: Person, right: Right, unitCode: string): Role[] {
  const own = person.roles.filter(held => may({ ...person, roles: [held] }, right, { unitCode }))
  const given = new Set(own.flatMap(held => gives[held.role] ?? []))
  return Object.values(Role).filter(role => given.has(role))
}

/** The held role by which this person may give the role at the unit; null: by none. */
export function roleThatGives(person: Person, right: Right, unitCode: string, role: Role): Role | null {
  const giver = person.roles.find(
    held => may({ ...person, roles: [held] }, right, { unitCode }) && gives[held.role]?.includes(role),
  )
  return giver?.role ?? null
}
