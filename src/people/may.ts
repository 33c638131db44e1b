import type { Role } from '../store/generated/client.ts'
import { type Action, houseRights } from './house-rights.ts'
import type { HeldRole, Person } from './person.ts'
import type { Right, Scope } from './right.ts'

export interface Subject {
  unitCode?: string
  /** Who wrote it: nobody decides on their own work. */
  authorId?: string
  /** Agencies whose field the figure belongs to. */
  focalAgencies?: readonly string[]
}

/**
 * The one answer to "may this person do this to that?". Every screen, page, command, file and export asks it.
 */
export function may(person: Person, right: Action | Right, subject: Subject = {}): boolean {
  if (rightOf(right).isDecision && subject.authorId === person.id) return false
  return person.roles.some(held => {
    switch (scopeOf(held.role, right)) {
      case 'all':
        return true
      case 'own':
        return subject.unitCode !== undefined && held.unitCode === subject.unitCode
      case 'field':
        return subject.focalAgencies?.includes(held.unitCode) ?? false
      case 'mine':
        return subject.authorId === person.id
      default:
        return false
    }
  })
}

/** Whether some subject exists for which the person may do this: decides what a menu offers. */
export function mayEver(person: Person, right: Action | Right): boolean {
  return person.roles.some(held => scopeOf(held.role, right) !== undefined)
}

/** The held role that gives the right over this subject, for the record of who acted as what; null: none does. */
export function givingRole(person: Person, right: Action | Right, subject: Subject): HeldRole | null {
  return person.roles.find(held => may({ ...person, roles: [held] }, right, subject)) ?? null
}

/** Where a person may do something: everywhere, at some units, in the fields of some agencies, with their own. */
export interface Reach {
  isEverywhere: boolean
  units: readonly string[]
  /** Agencies whose field counts. */
  agencies: readonly string[]
  isMine: boolean
}

export function reachOf(person: Person, right: Action | Right): Reach {
  const at = (scope: Scope) => person.roles.filter(held => scopeOf(held.role, right) === scope)
  return {
    isEverywhere: at('all').length > 0,
    units: [...new Set(at('own').map(held => held.unitCode))],
    agencies: [...new Set(at('field').map(held => held.unitCode))],
    isMine: at('mine').length > 0,
  }
}

function scopeOf(role: Role, right: Action | Right): Scope | undefined {
  return rightOf(right).powers[role]
}

function rightOf(right: Action | Right): Right {
  return typeof right === 'string' ? houseRights[right] : right
}
