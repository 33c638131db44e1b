import { judge } from '../../../campaign/measure.ts'
import type { CheckFacts, TargetFacts } from './facts.ts'
import { allOf, type RuleResult, type Said, said } from './finding.ts'

export interface JudgedTarget {
  code: string
  result: RuleResult
  /** Text of `nomination.why`. */
  why: string
}

/**
 * How one target stands on a day. Only a verified figure reaches or misses it; what can still grow is open through the target's day, and
 * after it only a figure that speaks for that day misses it; what people must judge is theirs.
 */
export function judgeTarget(target: TargetFacts, day: string): JudgedTarget {
  const { code, measure, applies, figure } = target
  const as = (result: RuleResult, why: string): JudgedTarget => ({ code, result, why })
  if (applies === 'NOT_APPLICABLE') return as('NOT_APPLICABLE', 'notApplicable')
  if (applies !== 'APPLIES') return as('NEEDS_HUMAN', 'unsettled')
  if (measure.kind === 'QUALITATIVE') return as('NEEDS_HUMAN', 'qualitative')
  if (figure === null) return as('NEEDS_HUMAN', 'noFigure')
  if (!target.isVerified) return as('NEEDS_HUMAN', 'notVerified')
  if (measure.kind === 'DOCUMENT') return as('PASS', 'reached')
  const result = judge(measure, figure)
  if (result === 'PASS') return as('PASS', 'reached')
  if (result === 'NOT_APPLICABLE') return as('NOT_APPLICABLE', 'nothingArose')
  if (result === 'NEEDS_HUMAN') return as('NEEDS_HUMAN', 'noThreshold')
  if (isFinal(target)) return as('FAIL', 'missed')
  if (day <= target.targetDay) return as('NEEDS_HUMAN', 'notDue')
  return (target.until ?? '') >= target.targetDay ? as('FAIL', 'missed') : as('NEEDS_HUMAN', 'oldFigure')
}

/** An upper bound that was passed is not made good by waiting. */
function isFinal({ measure }: TargetFacts): boolean {
  return measure.kind === 'COUNT' && measure.comparison === 'lte'
}

/**
 * CR2 (i2): every target that applies by the unit's function is reached. `elsewhere`: targets that other criteria judge. A verified
 * failure outranks open questions; a part of a unit has no figures of its own.
 */
export function contents(facts: CheckFacts, elsewhere: readonly string[]): Said {
  if (facts.kind !== 'COLLECTIVE') return said('NOT_APPLICABLE', 'forCollectives')
  if (!facts.isUnit) return said('NEEDS_HUMAN', 'partOfUnit')
  const targets = facts.targets.filter(({ code }) => !elsewhere.includes(code))
  if (targets.every(({ applies }) => applies === null)) return said('NEEDS_HUMAN', 'noTargets')
  const judged = targets.map(target => ({ target, ...judgeTarget(target, facts.day) }))
  const result = allOf(judged.map(one => one.result))
  const telling = judged.filter(one => one.result === result)
  const reasons = [...new Set(telling.map(({ why }) => why))]
  const codesOf = (why: string) => telling.filter(one => one.why === why).map(({ code }) => code)
  return {
    result,
    why: reasons.map(name => ({ name, params: { targets: codesOf(name).join(', ') } })),
    rows: telling.flatMap(({ target }) => target.rows),
  }
}
