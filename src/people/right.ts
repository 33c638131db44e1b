import type { Role } from '../store/generated/client.ts'

/** How far a right goes: everywhere, at the unit where the role is held, in the field of the agency, over one's own. */
export type Scope = 'all' | 'own' | 'field' | 'mine'

/** Something that people may or may not do, declared by the feature it belongs to; `may` answers for all of them. */
export interface Right {
  /** Unique: «launch.decide». */
  readonly name: string
  readonly powers: Readonly<Partial<Record<Role, Scope>>>
  /** Nobody decides on their own work. */
  readonly isDecision: boolean
}

/** What people may do with their own or their unit's. */
export function right(name: string, powers: Right['powers']): Right {
  return { name, powers, isDecision: false }
}

/** What is decided on others' work. */
export function decision(name: string, powers: Right['powers']): Right {
  return { name, powers, isDecision: true }
}
