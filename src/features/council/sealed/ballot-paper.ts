import { z } from 'zod'
import { openWith, sealFor } from '../../../store/envelope.ts'
import { CouncilVote } from '../../../store/generated/client.ts'

/** All ballots are equally long, so that their length says nothing. */
const PAPER_BYTES = 4096

/** Signs of an opinion that certainly fit in. */
export const opinionLength = 1_000

const paper = z.object({ vote: z.enum(CouncilVote), opinion: z.string().max(opinionLength) })

export type BallotPaper = z.infer<typeof paper>

export interface BallotName {
  caseId: string
  personId: string
}

/** Seals a ballot for its sitting; it cannot be put in the place of another member's, nor of another nominee's. */
export function sealBallot(publicKey: Uint8Array, written: BallotPaper, name: BallotName): Uint8Array<ArrayBuffer> {
  const bytes = Buffer.alloc(PAPER_BYTES, ' ')
  const length = bytes.write(JSON.stringify(written), 'utf8')
  if (length === PAPER_BYTES) throw new Error('an opinion is longer than a ballot')
  return sealFor(publicKey, bytes, nameOf(name))
}

/** null: it was sealed for another sitting or name, or is damaged. */
export function openBallot(privateKey: Uint8Array, sealed: Uint8Array, name: BallotName): BallotPaper | null {
  const bytes = openWith(privateKey, sealed, nameOf(name))
  if (!bytes) return null
  try {
    return paper.parse(JSON.parse(Buffer.from(bytes).toString('utf8').trimEnd()))
  } catch {
    return null
  }
}

function nameOf({ caseId, personId }: BallotName): string {
  return `ballot:${caseId}:${personId}`
}
