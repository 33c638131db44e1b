import type { CheckFacts } from './facts.ts'
import { type Said, said } from './finding.ts'

/** CR7: belongs to those who compete (plan II.1), and asks for what somebody awards on the day. */
export function eligibility({ eligible, isLevelOpen }: CheckFacts): Said {
  if (!isLevelOpen && eligible !== 'NO') return said('NEEDS_HUMAN', 'levelClosed')
  switch (eligible) {
    case 'YES':
      return said('PASS', 'eligible')
    case 'NO':
      return said('FAIL', 'notEligible')
    case 'FLAGGED':
      return said('NEEDS_HUMAN', 'eligibleFlagged')
    case 'UNKNOWN':
      return said('NEEDS_HUMAN', 'eligibleUnknown')
  }
}

/** CR8: the plan sets no share, so it is shown and people judge. */
export function directWorkers({ kind, list }: CheckFacts): Said {
  if (kind !== 'INDIVIDUAL' || list.people === 0) return said('NOT_APPLICABLE', 'forPeople')
  return said('NEEDS_HUMAN', 'ratio', { ...list })
}
