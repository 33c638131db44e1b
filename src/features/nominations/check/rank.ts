import type { CheckFacts } from './facts.ts'
import { type Said, said } from './finding.ts'

/** CR3 (i3): ranked among the first of its group in the index of the year that the plan names; who is not ranked is for people (OP-03). */
export function parIndexRank(facts: CheckFacts, worst: number | null): Said {
  if (facts.kind !== 'COLLECTIVE') return said('NOT_APPLICABLE', 'forCollectives')
  if (!facts.isUnit) return said('NEEDS_HUMAN', 'partOfUnit')
  if (facts.rank === null || worst === null) return said('NEEDS_HUMAN', 'notRanked')
  const { rank, decision, year } = facts.rank
  const rows = [{ label: decision, record: null }]
  return said(rank <= worst ? 'PASS' : 'FAIL', 'ranked', { rank, year, worst }, rows)
}
