import type { CouncilVerdict, CouncilVote } from '../../../store/generated/client.ts'
import type { SittingRules } from './rules.ts'
import { reaches } from './share.ts'

/** A ballot that was opened; null: what is in it cannot be read. */
export interface OpenedBallot {
  vote: CouncilVote | null
  isWritten: boolean
}

export interface Count {
  agree: number
  disagree: number
  blank: number
  /** Written opinions where the rules do not count them. */
  aside: number
  unreadable: number
  verdict: CouncilVerdict
}

/**
 * Counts what was cast on one nominee. The majority is of **all** members, whoever was absent, kept away by a conflict or left it blank;
 * exactly half never passes, whatever share was chosen; as many for as against is a tie, which people settle.
 */
export function countBallots(
  ballots: readonly OpenedBallot[],
  members: number,
  { pass, isWrittenOpinionCounted }: Pick<SittingRules, 'pass' | 'isWrittenOpinionCounted'>,
): Count {
  const counted = ballots.filter(({ isWritten }) => isWrittenOpinionCounted || !isWritten)
  const of = (vote: CouncilVote | null) => counted.filter(ballot => ballot.vote === vote).length
  const [agree, disagree] = [of('AGREE'), of('DISAGREE')]
  const hasPassed = reaches(agree, members, pass) && agree * 2 > members
  return {
    ...{ agree, disagree, blank: of('BLANK'), aside: ballots.length - counted.length, unreadable: of(null) },
    verdict: hasPassed ? 'AGREED' : agree === disagree ? 'TIE' : 'NOT_AGREED',
  }
}
