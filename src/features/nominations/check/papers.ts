import type { CheckFacts } from './facts.ts'
import { type Said, said } from './finding.ts'

/** The papers of plan III.3.1 that are not there, by their codes. */
export function missingPapers(facts: CheckFacts, papers: readonly string[]): string[] {
  return papers.filter(paper => !isThere(facts, paper))
}

function isThere({ dossier, agreement, isConfirmedByHead }: CheckFacts, paper: string): boolean {
  switch (paper) {
    case 'DOC13':
      return (dossier?.submissionNumber ?? '') !== ''
    case 'DOC14':
      return agreement?.agreed === true && agreement.sittingCode !== null
    case 'DOC15':
      return isConfirmedByHead
    default:
      return false
  }
}

/** CR5: submission, minutes, and a report of each nominee that the head has confirmed. While the unit prepares it, what is missing is open. */
export function dossierPapers(facts: CheckFacts, papers: readonly string[]): Said {
  const missing = missingPapers(facts, papers)
  const rows = facts.dossier ? [{ label: facts.dossier.code, record: null }] : []
  if (missing.length === 0) return said('PASS', 'papersThere', undefined, rows)
  const isSent = facts.dossier !== null && facts.isConfirmedByHead
  return said(isSent ? 'FAIL' : 'NEEDS_HUMAN', 'papersMissing', { papers: missing.join(', ') }, rows)
}

/** CR6: received by Phòng Nội vụ, with day and hour; what the ward awards itself does not go there. */
export function receipt({ level, dossier }: CheckFacts): Said {
  if (level === 'WARD') return said('NOT_APPLICABLE', 'ownLevel')
  if (!dossier?.receivedAt) return said('NEEDS_HUMAN', 'notReceived')
  const rows = [{ label: dossier.code, record: null }]
  return said('PASS', 'received', { code: dossier.code, at: dossier.receivedAt }, rows)
}
