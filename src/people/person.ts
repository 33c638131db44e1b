import type { Role } from '../store/generated/client.ts'
import type { Locale } from '../texts.ts'

/** A role held at a unit on the day of acting. */
export interface HeldRole {
  role: Role
  unitCode: string
  position: string
}

/** A known person, with the roles held today. */
export interface Person {
  id: string
  fullName: string
  givenName: string
  locale: Locale
  roles: readonly HeldRole[]
}

/** Units at which the person holds one of the roles. */
export function unitsWhere(person: Person, ...roles: Role[]): string[] {
  return [...new Set(person.roles.filter(held => roles.includes(held.role)).map(held => held.unitCode))]
}

export function holds(person: Person, ...roles: Role[]): boolean {
  return person.roles.some(held => roles.includes(held.role))
}
