import type { Plan } from './plan.ts'
import { existsWithin, type UnitLike } from './unit.ts'
import { unitKindOf } from './unit-kind.ts'

/** Whether a unit competes (plan II.1.1): its kind is named, and it exists on some day of the campaign. */
export function competes(plan: Plan, unit: UnitLike): boolean {
  const kind = unitKindOf(unit.kind)
  return (
    kind !== null &&
    existsWithin(unit, plan.startsOn, plan.endsOn) &&
    plan.participants.collectives.some(group => group.unitKinds.includes(kind))
  )
}

/** Whether it is ordered to (plan IV.1) or only asked (OP-15): an invited unit competes and owes nothing. */
export function isInvited(plan: Plan, unit: UnitLike): boolean {
  const group = plan.participants.collectives.find(({ unitKinds }) => unitKinds.some(kind => kind === unit.kind))
  return group?.isInvited === true && !group.owingUnits.includes(unit.code)
}

/** Code of the participant group (G1 to G5) of a unit, null for a unit that does not compete. */
export function groupOf(plan: Plan, unit: UnitLike): string | null {
  if (!competes(plan, unit)) return null
  return plan.participants.collectives.find(group => group.unitKinds.some(kind => kind === unit.kind))?.code ?? null
}

/** Units right below another one that compete: what C19 counts. */
export function subUnitsOf<U extends UnitLike>(plan: Plan, units: readonly U[], parentCode: string): U[] {
  return units.filter(unit => unit.parentCode === parentCode && competes(plan, unit))
}

/** The offices that run the campaign while it lasts: one city office, or one for each ward after 01/07/2025 (domain.md §10). */
export function managingOfficesOf<U extends UnitLike>(plan: Plan, units: readonly U[]): U[] {
  return units.filter(
    unit => plan.managingOffices.includes(unit.code) && existsWithin(unit, plan.startsOn, plan.endsOn),
  )
}
