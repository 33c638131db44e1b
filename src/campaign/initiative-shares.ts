import type { ReportedFigure } from './measure.ts'

/** What the register knows of an initiative. States: plan §9.5. */
export interface RegisteredInitiative {
  unitCode: string
  state: string
}

/** C19: sub-units with at least one registered initiative out of all sub-units. */
export function subUnitsRegistered(
  subUnits: readonly string[],
  initiatives: readonly RegisteredInitiative[],
): ReportedFigure {
  const registered = new Set(initiatives.filter(isRegistered).map(initiative => initiative.unitCode))
  return share(subUnits.filter(code => registered.has(code)).length, new Set(subUnits).size)
}

/** C20: initiatives confirmed as effective out of all registered ones. Pass those of the unit and its sub-units. */
export function initiativesEffective(initiatives: readonly RegisteredInitiative[]): ReportedFigure {
  const counted = initiatives.filter(isRegistered)
  return share(counted.filter(({ state }) => effective.includes(state)).length, counted.length)
}

/** Registered or later; a rejected or withdrawn one counts nowhere. */
function isRegistered({ state }: RegisteredInitiative): boolean {
  return !['DRAFT', 'REJECTED', 'WITHDRAWN'].includes(state)
}

const effective: readonly string[] = ['EFFECT_CONFIRMED', 'REPLICATED']

function share(numerator: number, denominator: number): ReportedFigure {
  return { numerator: BigInt(numerator), denominator: BigInt(denominator), isDone: null }
}
