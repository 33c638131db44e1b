import type { SittingRules } from './rules.ts'

/** What a conflict is found by. */
export interface Considered {
  unitCode: string
  /** The person who is proposed; null: a collective, or somebody who is not known here. */
  nomineeId: string | null
  isCollective: boolean
}

export interface Seated {
  personId: string
  /** Units at which the member holds anything. */
  units: readonly string[]
}

/** Why this member may not vote on this nominee, as far as it can be found; kin and the like are declared by the member. */
export function conflictFound(
  { personId, units }: Seated,
  { unitCode, nomineeId, isCollective }: Considered,
  { isOwnUnitConflict }: Pick<SittingRules, 'isOwnUnitConflict'>,
): 'OWN' | 'UNIT' | null {
  if (nomineeId === personId) return 'OWN'
  return isOwnUnitConflict && isCollective && units.includes(unitCode) ? 'UNIT' : null
}
