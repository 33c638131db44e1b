import type { CheckFacts, FlagFacts } from './facts.ts'
import { type Said, said } from './finding.ts'

/**
 * CR0: the unit confirms it, and its head does; nothing of an agency's list stands against it. An open flag stops through its last day
 * and no longer; cleared it never does; a violation that was found, or a match by the name alone, is for people.
 */
export function compliance(facts: CheckFacts): Said {
  const holding = facts.flags.filter(flag => holds(flag, facts.day))
  const told = ({ kind, agency, expiresOn }: FlagFacts) => ({ kind, agency, day: expiresOn })
  const open = holding.find(flag => !flag.isByNameOnly && !isConcluded(flag, facts.day))
  if (open) return said('FAIL', 'flagOpen', told(open))
  if (facts.isExemplary === false) return said('FAIL', 'notExemplary')
  const found = holding.find(flag => !flag.isByNameOnly)
  if (found) return said('NEEDS_HUMAN', 'flagViolation', told(found))
  const named = holding.find(flag => flag.isByNameOnly)
  if (named) return said('NEEDS_HUMAN', 'flagByName', told(named))
  const { cases } = facts
  if (cases?.answer === 'YES') return said('NEEDS_HUMAN', 'caseYes', { day: cases.day })
  if (cases?.answer === 'UNKNOWN') return said('NEEDS_HUMAN', 'caseUnknown', { day: cases.day })
  if (facts.openChecks.length > 0) return said('NEEDS_HUMAN', 'checkOpen', checksOf(facts), facts.openChecks)
  if (facts.isExemplary === null || !facts.isConfirmedByHead) return said('NEEDS_HUMAN', 'notConfirmed')
  return facts.areFlagsSeen ? said('PASS', 'exemplary') : said('NEEDS_HUMAN', 'officeChecks')
}

function checksOf({ openChecks }: CheckFacts) {
  return { checks: openChecks.map(({ label }) => label).join(', ') }
}

/** From the day of the list through its last day, unless nothing was found. */
export function holds(flag: FlagFacts, day: string): boolean {
  if (day < flag.givenOn || day > flag.expiresOn) return false
  return !(flag.conclusion === 'CLEARED' && isConcluded(flag, day))
}

function isConcluded({ conclusion, concludedOn }: FlagFacts, day: string): boolean {
  return conclusion !== null && (concludedOn === null || concludedOn <= day)
}
