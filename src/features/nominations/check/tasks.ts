import type { CheckFacts } from './facts.ts'
import { type Said, said } from './finding.ts'
import { judgeTarget } from './targets.ts'

/**
 * CR1 (i1): the tasks of the city's plan and of the unit's own are finished, which the unit says and its head confirms. Where the plan
 * measures the tasks (`measuredBy`), the verified share must not say otherwise.
 */
export function parTasks(facts: CheckFacts, measuredBy: readonly string[]): Said {
  if (facts.kind !== 'COLLECTIVE') return said('NOT_APPLICABLE', 'forCollectives')
  const measured = facts.targets
    .filter(({ code, applies }) => measuredBy.includes(code) && applies !== null)
    .map(target => ({ rows: target.rows, ...judgeTarget(target, facts.day) }))
    .filter(({ result }) => result !== 'NOT_APPLICABLE')
  const targetOf = ({ code }: { code: string }) => ({ targets: code })
  const missed = measured.find(({ result }) => result === 'FAIL')
  if (missed) return said('FAIL', missed.why, targetOf(missed), missed.rows)
  if (facts.cityTasks === false || facts.unitTasks === false) return said('FAIL', 'tasksNotFinished')
  if (facts.cityTasks === null || facts.unitTasks === null || !facts.isConfirmedByHead)
    return said('NEEDS_HUMAN', 'notConfirmed')
  const open = measured.find(({ result }) => result === 'NEEDS_HUMAN')
  if (open) return said('NEEDS_HUMAN', open.why, targetOf(open), open.rows)
  return said(
    'PASS',
    'tasksFinished',
    undefined,
    measured.flatMap(({ rows }) => rows),
  )
}
