import { competes, managingOfficesOf } from './competing.ts'
import type { Plan } from './plan.ts'
import type { ApplicabilityState, AppliesTo, Trait } from './target.ts'
import type { UnitLike } from './unit.ts'

/** Where a state comes from; the sentence is `plan-check.reasons.<code>` of the locales. */
export type ReasonCode =
  | 'every'
  | 'ofKind'
  | 'notOfKind'
  | 'managingOffice'
  | 'notManagingOffice'
  /** Written for this unit, its kind, or everyone else in a trait of the plan. */
  | 'traitOfUnit'
  | 'traitOfKind'
  | 'traitOtherwise'
  | 'hasSubUnits'
  | 'noSubUnits'

export interface Membership {
  state: ApplicabilityState
  reasonCode: ReasonCode
  /** Trait that decided, null when none did. */
  trait: string | null
}

/** Whether a target judges a unit. `source: 'plan'`: a default that people may change (plan §7, K02). */
export interface ApplicabilityEntry extends Membership {
  unitCode: string
  targetCode: string
  source: 'plan'
}

/** One entry for each unit that competes and each target of collectives; units that do not compete have none. */
export function applicability(plan: Plan, units: readonly UnitLike[]): ApplicabilityEntry[] {
  const membership = membershipIn(plan, units)
  const targets = plan.targets.filter(target => target.judges === 'COLLECTIVE')
  return units
    .filter(unit => competes(plan, unit))
    .flatMap(unit =>
      targets.map(({ code, appliesTo }) => ({
        unitCode: unit.code,
        targetCode: code,
        ...membership(appliesTo, unit),
        source: 'plan',
      })),
    )
}

/** How a competing unit stands to a circle of units, by the plan alone. */
export function membershipIn(
  plan: Plan,
  units: readonly UnitLike[],
): (circle: AppliesTo, unit: UnitLike) => Membership {
  const traits = new Map(plan.traits.map(trait => [trait.code, trait]))
  const parents = new Set(units.filter(unit => competes(plan, unit)).map(unit => unit.parentCode))
  const offices = new Set(managingOfficesOf(plan, units).map(unit => unit.code))
  return (circle, unit) => {
    switch (circle.kind) {
      case 'every':
        return plain(true, 'every', 'every')
      case 'unitKinds':
        return plain(
          circle.unitKinds.some(kind => kind === unit.kind),
          'ofKind',
          'notOfKind',
        )
      case 'managingOffice':
        return plain(offices.has(unit.code), 'managingOffice', 'notManagingOffice')
      case 'people':
        return plain(false, 'ofKind', 'notOfKind')
      case 'trait': {
        const trait = traits.get(circle.trait)
        // References of a checked plan hold; a unit is not judged by a trait that is not there.
        if (!trait) return { state: 'NOT_APPLICABLE', reasonCode: 'traitOtherwise', trait: circle.trait }
        return traitOf(trait, unit, parents)
      }
    }
  }
}

function traitOf(trait: Trait, unit: UnitLike, parents: ReadonlySet<string | null>): Membership {
  const ofUnit = trait.units[unit.code]
  if (ofUnit) return { state: ofUnit, reasonCode: 'traitOfUnit', trait: trait.code }
  if (trait.computed === 'hasSubUnits') {
    const { state, reasonCode } = plain(parents.has(unit.code), 'hasSubUnits', 'noSubUnits')
    return { state, reasonCode, trait: trait.code }
  }
  const ofKind = Object.entries(trait.kinds).find(([kind]) => kind === unit.kind)?.[1]
  if (ofKind) return { state: ofKind, reasonCode: 'traitOfKind', trait: trait.code }
  return { state: trait.otherwise, reasonCode: 'traitOtherwise', trait: trait.code }
}

function plain(applies: boolean, yes: ReasonCode, no: ReasonCode): Membership {
  return applies
    ? { state: 'APPLIES', reasonCode: yes, trait: null }
    : { state: 'NOT_APPLICABLE', reasonCode: no, trait: null }
}
