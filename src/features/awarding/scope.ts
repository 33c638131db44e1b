import type { Ctx } from '../../contract/feature.ts'
import { givingRole, may } from '../../people/may.ts'
import type { HeldRole } from '../../people/person.ts'
import { nominationRights } from '../nominations/rights.ts'
import { seeList } from './rights.ts'

/** Whose list it is: the City's, or a ward's or commune's own (K11, K12). */
export type Scope = { level: 'CITY'; unitCode: null } | { level: 'WARD'; unitCode: string }

export const city: Scope = { level: 'CITY', unitCode: null }

/** As it stands in addresses. */
export function addressOf(scope: Scope): string {
  return scope.unitCode ?? 'thanh-pho'
}

/** The lists that this person may see. */
export function scopesFor({ person, campaign }: Pick<Ctx, 'person' | 'campaign'>): Scope[] {
  const wards = person.roles.flatMap(({ role, unitCode }) =>
    role === 'WARD_CHAIR' && campaign.units.has(unitCode) ? [{ level: 'WARD' as const, unitCode }] : [],
  )
  return [...(may(person, seeList) ? [city] : []), ...wards]
}

/** The role in which this person decides on the list; null: in none. */
export function decidingRole({ person }: Pick<Ctx, 'person'>, scope: Scope): HeldRole | null {
  return scope.level === 'CITY'
    ? givingRole(person, nominationRights.award, {})
    : givingRole(person, nominationRights.awardAtWard, { unitCode: scope.unitCode })
}
