import type { CommendationPlan } from './commendation-plan.ts'
import type { Deadline, Duty, Ladder, ReminderRules } from './duty.ts'
import type { Retention } from './retention.ts'
import type { Heading, Target, Trait } from './target.ts'
import type { UnitKind } from './unit-kind.ts'

/**
 * A campaign as data, checked and dated: every reference holds, every date is a plain date 'YYYY-MM-DD' in the campaign's time
 * zone, «{year}» is filled in. Plain JSON: it is stored and read back as it is. Made by `readPlan` only.
 */
export interface Plan {
  /** Names the campaign for ever; another year is another code. */
  code: string
  year: number
  /**
   * The year the file was written for, when the plan was loaded for another one or was made from that year's (`plan next`): number, date, signature, theme and legal bases are
   * still those of that year, so it is shown as «bản dự thảo» until an officer has replaced them. null: as written.
   */
  redatedFrom: number | null
  startsOn: string
  endsOn: string
  identity: Identity
  purposes: readonly string[]
  requirements: readonly string[]
  theme: Theme
  legalBases: readonly LegalBasis[]
  generalLaw: readonly GeneralLaw[]
  participants: { collectives: readonly CollectiveGroup[]; people: readonly PersonGroup[] }
  /** The office that runs the campaign: whichever of these units exists during it. */
  managingOffices: readonly string[]
  roles: readonly PlanRole[]
  roleDuties: readonly RoleDuty[]
  traits: readonly Trait[]
  headings: readonly Heading[]
  targets: readonly Target[]
  activities: readonly Activity[]
  workTopics: readonly WorkTopic[]
  workGenres: readonly { code: string; name: string }[]
  deadlines: readonly Deadline[]
  duties: readonly Duty[]
  ladders: Readonly<Record<string, Ladder>>
  reminderRules: ReminderRules
  /** Working days given for a step of the procedure (domain.md §3.4; defaults, not in the plan). */
  timeLimits: Readonly<Record<TimeLimit, number>>
  /** How long what is not an official record is kept (domain.md §9; defaults, not in the plan). */
  retention: Retention
  launchChecklist: readonly string[]
  documents: readonly PlanDocument[]
  decisions: readonly PlanDecision[]
  commendation: CommendationPlan
  recipients: readonly Recipient[]
  signature: Signature
  openPoints: readonly OpenPoint[]
}

/** Header of the plan document; printed on what is generated. */
export interface Identity {
  number: string
  issuer: string
  province: string
  place: string
  /** Day of the document; stays as written when the plan is loaded for another year. */
  signedOn: string
  documentType: string
  title: string
  name: string
  /** Year of the PAR index that the criteria name. */
  parIndexYear: number
  emulationKind: string
  awardForm: string
  parent: { number: string; signedOn: string; issuer: string; note: string }
  filingNote: string
}

export interface Theme {
  name: string
  text: string
}

/** A document the plan is based on or cites. */
export interface LegalBasis {
  code: string
  documentType: string
  /** null: cited without a number (a scheme). */
  number: string | null
  date: string | null
  /** The last day on which it can be cited; a plan that an older release stored says nothing of it. */
  validTo?: string | null
  issuer: string
  abstract: string
  citedIn: readonly string[]
  /** Stands in the header of generated documents. */
  isBasis: boolean
  /** One of the documents that every unit makes known (plan II.3, S01). */
  isToPropagate: boolean
}

/** Law of the field with its time (domain.md §2); not in the plan. A dossier is judged by what was in force. */
export interface GeneralLaw {
  number: string
  name: string
  date: string | null
  validFrom: string
  validTo: string | null
  note: string | null
}

export interface CollectiveGroup {
  code: string
  name: string
  unitKinds: readonly UnitKind[]
  /** Asked to take part, not ordered to (OP-15): its units owe nothing, except `owingUnits`. */
  isInvited: boolean
  owingUnits: readonly string[]
}

export interface PersonGroup {
  code: string
  name: string
  partOf: string | null
  personKinds: readonly { code: string; name: string }[]
  unitKinds: readonly UnitKind[]
  /** Kinds whose people the plan does not name: allowed and flagged (OP-08). */
  flaggedUnitKinds: readonly UnitKind[]
}

export interface PlanRole {
  code: string
  name: string
  may: string
  sections: readonly string[]
  /** The plan does not name it. */
  isDefault: boolean
}

export interface RoleDuty {
  code: string
  /** Codes of `roles`; 'ALL' stands for every unit. */
  roles: readonly string[]
  /** By which commands of the chat it is done in the system, the first of them first; none: the unit does it elsewhere. */
  how: readonly string[]
  text: string
  section: string
}

/** Tracked, not scored (plan II.3, IV.3). */
export interface Activity {
  code: string
  name: string
  record: 'propaganda' | 'case' | 'replication' | 'check' | 'summary' | 'supervision' | 'note'
  fields: readonly string[]
  legalBases: readonly string[]
  isRestricted: boolean
  section: string
}

export interface WorkTopic {
  code: string
  name: string
  /** The target that a work on it is counted for. */
  target: string | null
  /** A work on it may open a follow-up item for the unit concerned. */
  opensFollowUp: boolean
}

/** Those that the law sets are in the law file. */
export type TimeLimit = 'correctReturned' | 'appraise'

export interface PlanDocument {
  code: string
  name: string
  madeBy: string
  sentTo: string
  isNamedInPlan: boolean
  section: string
}

export interface PlanDecision {
  code: string
  name: string
  takenBy: string
  roles: readonly string[]
  softwareNeverDecides: boolean
  note: string | null
}

/** One line of «Nơi nhận». */
export interface Recipient {
  name: string
  purpose: 'REPORT' | 'ACT' | 'FILE'
  units: readonly string[]
  unitKinds: readonly UnitKind[]
}

export interface Signature {
  authorityLine: string
  position: string
  name: string
}

/** A question the plan leaves open and how it is settled until a person decides otherwise. */
export interface OpenPoint {
  code: string
  point: string
  settledAs: string
}
