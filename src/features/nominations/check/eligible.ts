import { competes } from '../../../campaign/competing.ts'
import type { Plan } from '../../../campaign/plan.ts'
import type { UnitLike } from '../../../campaign/unit.ts'
import type { CheckFacts } from './facts.ts'

interface Asked {
  kind: CheckFacts['kind']
  isUnit: boolean
  personKind: string
}

/** Whether a nominee belongs to those whom the plan names (II.1). A part of a unit is no unit of its own: people look. Pure. */
export function eligibleBy(
  plan: Plan,
  unit: UnitLike | undefined,
  { kind, isUnit, personKind }: Asked,
): CheckFacts['eligible'] {
  if (!unit) return 'UNKNOWN'
  if (kind === 'COLLECTIVE') {
    if (!competes(plan, unit)) return 'NO'
    return isUnit ? 'YES' : 'UNKNOWN'
  }
  const groups = plan.participants.people.filter(
    ({ code, personKinds }) => code === personKind || personKinds.some(one => one.code === personKind),
  )
  if (groups.length === 0) return 'UNKNOWN'
  if (groups.some(({ unitKinds }) => unitKinds.some(one => one === unit.kind))) return 'YES'
  return groups.some(({ flaggedUnitKinds }) => flaggedUnitKinds.some(one => one === unit.kind)) ? 'FLAGGED' : 'NO'
}
