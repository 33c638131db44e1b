import type { Ctx } from '../../contract/feature.ts'
import type { AnyKind } from '../../records/kind.ts'
import type { Record as StoredRecord } from '../../store/generated/client.ts'
import type { Tx } from '../../store/transaction.ts'

/** What the unit's council said of a nomination; `agreed` null: it has not considered it yet. */
export interface Agreement {
  agreed: boolean | null
  /** The sitting whose minutes say so. */
  sittingCode: string | null
  votesFor: number
  members: number
  /** Whom it considered: what was corrected into another nominee is not agreed to. */
  nominee: string
}

/** An award that somebody was given before, here or elsewhere. */
export interface PastAward {
  /** The decision that gave it, in words: «Quyết định số 12/QĐ-UBND ngày 03/01/2024». */
  decision: string
  /** 'YYYY-MM-DD' */
  decidedOn: string
  /** What for; the campaign it belongs to, where it is one of this house. */
  achievement: string
  campaignId: string | null
  /** Found by the name alone: only a person can say whether it is the same. */
  isByNameOnly: boolean
}

/** By whom past awards are looked for. */
export interface SoughtNominee {
  recordId: string
  kind: string
  personId: string | null
  nameFolded: string
  /** Under what else it may stand in the register: a department of a ward with and without its ward. */
  alsoCalled: readonly string[]
  unitCode: string
}

/** Whether a case of harassment or delay is confirmed against a nominee (H03): nothing else is learnt of it. */
export interface CaseAnswer {
  answer: 'YES' | 'NO' | 'UNKNOWN'
  /** Of which day it is: 'YYYY-MM-DD'. */
  day: string
}

/** Of whom that is asked: a person; or all of a unit, of who heads it and of the unit itself. */
export interface AskedAbout {
  recordId: string
  nameFolded: string
  unitCode: string
  isOverUnit: boolean
  /** Units right above and below, at which the same person may be written down. */
  around: readonly string[]
}

/** A register, as far as it speaks of nominees. */
export type SayingKind = Pick<AnyKind, 'name' | 'ofNominee' | 'isPersonal'>

/**
 * What nominations ask of the features above them; `features/list.ts` gives it. A record that is in no answer was never considered,
 * a nominee in none was never awarded.
 */
export interface Seams {
  /** The registers that say something of nominees. */
  registers: readonly SayingKind[]
  casesAbout(
    ctx: Pick<Ctx, 'tx' | 'campaign' | 'today' | 'officeSecret'>,
    asked: readonly AskedAbout[],
  ): Promise<ReadonlyMap<string, CaseAnswer>>
  agreedOn(tx: Tx, recordIds: readonly string[]): Promise<ReadonlyMap<string, Agreement>>
  pastAwardsOf(tx: Tx, nominees: readonly SoughtNominee[]): Promise<ReadonlyMap<string, readonly PastAward[]>>
  /** Why a move is not made by itself, but with the list that is decided on as a whole; null: it is made. */
  onlyByList(ctx: Ctx, record: StoredRecord, move: string): Promise<string | null>
}

/** Where there is neither a council nor a register of awards: nothing passes the gate. */
export const noSeams: Seams = {
  registers: [],
  casesAbout: async () => new Map(),
  agreedOn: async () => new Map(),
  pastAwardsOf: async () => new Map(),
  onlyByList: async () => null,
}
