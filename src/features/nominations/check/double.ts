import type { CheckFacts } from './facts.ts'
import { type Said, said } from './finding.ts'

/**
 * Not several awards for one achievement (domain.md §3.1, §3.2). An award of this campaign is one for the same achievement; one of
 * elsewhere within its time, one found by the name alone, and a second nomination are for people.
 */
export function doubleAward({ past, others }: CheckFacts): Said {
  const given = past.find(one => one.isOfThisCampaign && !one.isByNameOnly)
  if (given) return said('FAIL', 'awardedBefore', { decision: given.decision })
  const awarded = others.find(({ isAwarded }) => isAwarded)
  if (awarded) return said('FAIL', 'awardedAlready', { code: awarded.code }, [rowOf(awarded)])
  const doubtful = past.find(one => one.isOfThisCampaign || one.isWithinCampaign)
  if (doubtful) return said('NEEDS_HUMAN', 'awardedPerhaps', { decision: doubtful.decision })
  const [second] = others
  if (second) return said('NEEDS_HUMAN', 'nominatedTwice', { code: second.code }, others.map(rowOf))
  return said('PASS', 'noDouble')
}

function rowOf({ code, recordId }: CheckFacts['others'][number]) {
  return { label: code, record: { kind: 'nomination', id: recordId } }
}
