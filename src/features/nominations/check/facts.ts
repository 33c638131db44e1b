import type { ReportedFigure } from '../../../campaign/measure.ts'
import type { ApplicabilityState, Measure } from '../../../campaign/target.ts'
import type { Agreement, CaseAnswer, PastAward } from '../seams.ts'
import type { Evidence } from './finding.ts'

/** How the nominee's unit stands to one target on the day. */
export interface TargetFacts {
  code: string
  measure: Measure
  /** Through this day nothing that can still grow has failed. */
  targetDay: string
  /** null: nothing was settled for the unit. */
  applies: ApplicabilityState | null
  figure: ReportedFigure | null
  /** Verified or closed; of what the house counts itself: what it was counted from is decided. */
  isVerified: boolean
  /** The last day that the figure speaks for. */
  until: string | null
  rows: readonly Evidence[]
}

/** Something of an agency's list that may be about the nominee. Days 'YYYY-MM-DD'. */
export interface FlagFacts {
  kind: string
  agency: string
  givenOn: string
  /** It holds through this day. */
  expiresOn: string
  conclusion: 'VIOLATION' | 'CLEARED' | null
  concludedOn: string | null
  /** The list names a person or a collective of the same name and nothing else of them. */
  isByNameOnly: boolean
}

/** Another live nomination of the same nominee in the campaign. */
export interface OtherNomination {
  code: string
  recordId: string
  isAwarded: boolean
}

/** Everything that the rules look at of one nominee. */
export interface CheckFacts {
  recordId: string
  kind: 'COLLECTIVE' | 'INDIVIDUAL'
  level: string
  /** The day of the sheet. */
  day: string
  /** The head has let this version through: what the unit confirms is confirmed. */
  isConfirmedByHead: boolean
  isExemplary: boolean | null
  cityTasks: boolean | null
  unitTasks: boolean | null
  /** It is a unit of its own, with figures and a rank; false: a part of one, or a person. */
  isUnit: boolean
  /** Targets that judge collectives, of that unit. */
  targets: readonly TargetFacts[]
  /** The unit's rank in the list that the plan names; null: not ranked, or not announced by the day. */
  rank: { rank: number; decision: string; year: number } | null
  /** Whether it belongs to those who compete (plan II.1): FLAGGED: allowed, and to be looked at (OP-08). */
  eligible: 'YES' | 'FLAGGED' | 'NO' | 'UNKNOWN'
  /** Somebody decides on the day on what is asked; of what is decided already it is not asked any more. */
  isLevelOpen: boolean
  /** Those who may not read what agencies list see no flag, and nothing passes for them. */
  areFlagsSeen: boolean
  flags: readonly FlagFacts[]
  /** Findings of checks of the unit itself that are not settled. */
  openChecks: readonly Evidence[]
  /** Whether a case is confirmed against them; null: it is not told to this person, or nobody keeps the register. */
  cases: CaseAnswer | null
  past: readonly (PastAward & { isOfThisCampaign: boolean; isWithinCampaign: boolean })[]
  others: readonly OtherNomination[]
  agreement: Agreement | null
  /** What supports the achievement of a person: initiatives, works. */
  support: readonly Evidence[]
  dossier: { code: string; submissionNumber: string; receivedAt: string | null } | null
  /** The people who go on together with this nominee. */
  list: { people: number; direct: number; leaders: number; women: number }
}
