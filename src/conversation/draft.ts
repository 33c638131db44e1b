import type { CommandWord } from '../reading/command-words.ts'
import type { Answers, Json, Params } from './field.ts'

/** A question inside the question. */
export type Pending =
  /** The answer had several readings; these are offered. */
  | { is: 'candidates'; values: readonly Json[] }
  /** The answer could not be taken, and there was nothing to offer: what comes next is said back. */
  | { is: 'asked' }
  /** The text was as long as a platform lets through at once: the rest may follow. */
  | { is: 'more' }
  /** «hủy» was said; it throws answers away, so it is asked. */
  | { is: 'cancel' }
  /** «Sửa» was chosen on the summary. */
  | { is: 'whichQuestion' }
  /** The text may be an answer, or a command that was not quite typed: it is asked which. */
  | { is: 'command'; word: CommandWord; typed: string }
  /** A text that may have been cut was longer than the question takes: its rest may follow. */
  | { is: 'tooLong' }
  /** The text may be the rest of a cut one, or an answer: it is asked which. */
  | { is: 'rest'; of: 'more' | 'tooLong'; typed: string }
  /** The text is very short for its question: it is asked once whether it is all. */
  | { is: 'thin'; typed: string }
  /** The text answered an older message, which asked for `field`: it is asked whether it changes that answer. */
  | { is: 'amend'; field: string; typed: string }

/** Where a form stands: the only thing besides the answers that a step reads and changes. */
export interface DraftState {
  /** Name of the question being asked, or 'review' for the summary. */
  position: string
  pending: Pending | null
  params: Params
  answers: Answers
}

export const review = 'review'

export interface FileAnswer {
  readonly id: string
  readonly name: string
}
