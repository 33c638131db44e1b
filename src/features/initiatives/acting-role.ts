import { type Action, may, type Subject } from '../../people/may.ts'
import type { Person } from '../../people/person.ts'
import type { Role } from '../../store/generated/client.ts'

/** The held role that gives the right, for the record of who acted as what; SYSTEM never. */
export function actingRole(person: Person, right: Action, subject: Subject): Role | 'GUEST' {
  return person.roles.find(held => may({ ...person, roles: [held] }, right, subject))?.role ?? 'GUEST'
}
