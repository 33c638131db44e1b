/** A criterion of the plan as a checkable rule (plan III). The software prepares, people decide. */
export interface CommendationRule {
  code: string
  appliesTo: 'EVERYONE' | 'COLLECTIVE' | 'INDIVIDUAL' | 'DOSSIER' | 'NOMINEE' | 'PROCESS'
  /** The plan's own words. */
  text: string
  /** How it is checked, told to people. */
  test: string
  /** What the software can say by itself; everything else is NEEDS_HUMAN. */
  check:
    | 'confirmation'
    | 'parTasks'
    | 'allTargets'
    | 'parIndexRank'
    | 'dossierPapers'
    | 'receipt'
    | 'eligibility'
    | 'directWorkers'
  /** What a failed rule does: stops the dossier with the reason, or warns. Never silent. */
  severity: 'BLOCK' | 'WARN'
}

export interface AwardForm {
  code: string
  name: string
  authorities: readonly AwardingAuthority[]
}

/** Who may award (domain.md §3.1); a list that an operator can change (OP-12). */
export interface AwardingAuthority {
  title: string
  role: string
  level: 'CITY' | 'COMMUNE'
  /** Plain dates 'YYYY-MM-DD'; null: no bound. */
  validFrom: string | null
  validTo: string | null
}

export interface CommendationPlan {
  rules: readonly CommendationRule[]
  /** How the criteria of a collective are joined (OP-03). */
  joined: { rules: readonly string[]; joiner: 'AND' | 'OR' }
  /** Targets that a criterion judges by itself: «all targets» leaves them to it. */
  judgedBy: Readonly<Record<string, readonly string[]>>
  awardForms: readonly AwardForm[]
  /** Documents of a dossier; `perNominee`: one for each person or collective proposed. */
  papers: readonly { document: string; perNominee: boolean }[]
  /** null: the plan sets no quota, the software shows counts and limits nothing. */
  quota: number | null
  /** Units that give appraisal opinions (plan IV.2). Open: the plan's list ends with «…» (OP-13). */
  appraisers: { units: readonly string[]; isOpen: boolean }
  /** Rules of the emulation council (domain.md §3.3; defaults, not in the plan). Shares are of all members. */
  council: {
    quorum: Share
    pass: Share
    presets: readonly Share[]
    isWrittenOpinionCounted: boolean
    hasCastingVote: boolean
    /** A member does not vote on a collective of their own unit. */
    isOwnUnitConflict: boolean
  }
}

/** `numerator` of `denominator`; `moreThan`: the share itself is not enough. */
export interface Share {
  numerator: number
  denominator: number
  moreThan: boolean
}
