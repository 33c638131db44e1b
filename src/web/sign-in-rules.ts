import { isOfficer } from '../people/officer.ts'
import type { Person } from '../people/person.ts'

/** How long one stays signed in, and what officers do besides to get in. */
export interface SignInRules {
  /** Null: no second step. `key`: with it the secrets are locked up. */
  secondStep: { key: string } | null
  /** Milliseconds without a request after which a session ends. */
  officerIdle: number
  staffIdle: number
}

export const hour = 3_600_000
export const day = 24 * hour

/** Where nothing is set. */
export const usualRules: SignInRules = { secondStep: null, officerIdle: 30 * day, staffIdle: 30 * day }

/** An office computer is left alone; a phone is its owner's. */
export function idleOf(rules: SignInRules, person: Person | null): number {
  return person !== null && isOfficer(person) ? rules.officerIdle : rules.staffIdle
}
