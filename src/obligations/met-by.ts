import type { Duty } from '../campaign/duty.ts'
import type { Plan } from '../campaign/plan.ts'

/** What a unit hands in. */
export type HandedItem =
  | { kind: 'launchDocument' }
  | { kind: 'initiative' }
  /** The summary of a unit, or of the whole campaign. */
  | { kind: 'summary'; of: 'UNIT' | 'CAMPAIGN' }
  /** What a check has found is put right: the check by its code, which is the period of what is owed. */
  | { kind: 'checkRemedy'; check: string }
  /** A report of a target for a period. */
  | { kind: 'target'; code: string; period: string }

/** Codes of the duties that the item counts towards. */
export function dutiesMetBy(plan: Plan, item: HandedItem): string[] {
  return plan.duties.filter(duty => isMetBy(plan, duty, item)).map(duty => duty.code)
}

function isMetBy(plan: Plan, { metBy }: Duty, item: HandedItem): boolean {
  if (item.kind === 'summary') return metBy.kind === 'summary' && metBy.of === item.of
  if (item.kind !== 'target') return metBy.kind === item.kind
  if (metBy.kind !== 'targetReport' && metBy.kind !== 'periodicReport') return false
  return codesServedBy(plan, item.code).some(code => metBy.targets.includes(code))
}

/**
 * Targets that one report serves: the target itself, and those that hold the same two sums against another threshold or day
 * (disbursement of 80 % and of 100 %).
 */
export function codesServedBy(plan: Plan, code: string): string[] {
  const target = plan.targets.find(known => known.code === code)
  const { measure } = target ?? {}
  if (measure?.kind !== 'PERCENT' || measure.unit !== 'money') return [code]
  return plan.targets
    .filter(
      ({ measure: other }) =>
        other.kind === 'PERCENT' && other.unit === 'money' && other.denominator === measure.denominator,
    )
    .map(other => other.code)
}
