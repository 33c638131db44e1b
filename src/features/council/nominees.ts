import type { Ctx } from '../../contract/feature.ts'

/** A nominee that waits for the agreement of a council. */
export interface WaitingNominee {
  recordId: string
  version: number
  /** KT-001 */
  code: string
  /** As minutes name the person or collective. */
  name: string
  unitCode: string
  /** The person who is proposed, where known here. */
  nomineeId: string | null
  isCollective: boolean
}

/** What lies before the members: the nomination, question by question, and its files. */
export interface NomineePaper {
  fields: readonly { label: string; value: string }[]
  files: readonly { id: string; name: string }[]
}

/** Where nominees come from. The council knows nothing else of nominations: they are handed to it in the list of features. */
export interface Nominees {
  /** Of these units, in the order in which they came in. `isCity`: those that the council of the City considers. */
  waiting(ctx: Ctx, unitCodes: readonly string[], isCity: boolean): Promise<readonly WaitingNominee[]>
  paper(ctx: Ctx, recordId: string, version: number): Promise<NomineePaper>
}
