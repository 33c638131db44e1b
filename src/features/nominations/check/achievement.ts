import type { CheckFacts } from './facts.ts'
import { type Said, said } from './finding.ts'

/** CR4: what is outstanding is judged by people: the council, by its vote; initiatives and works are what supports it. */
export function achievement({ kind, agreement, support }: CheckFacts): Said {
  if (kind !== 'INDIVIDUAL') return said('NOT_APPLICABLE', 'forPeople')
  if (!agreement || agreement.agreed === null) return said('NEEDS_HUMAN', 'notConsidered', undefined, support)
  const { votesFor, members, sittingCode } = agreement
  const params = { votesFor, members, sitting: sittingCode ?? '' }
  return said(agreement.agreed ? 'PASS' : 'FAIL', agreement.agreed ? 'agreed' : 'notAgreed', params, support)
}
