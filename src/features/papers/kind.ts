import type { Temporal } from 'temporal-polyfill'
import type { Ctx } from '../../contract/feature.ts'
import type { FigureBook } from '../../documents/figure-book.ts'
import type { Content } from '../../documents/word/fill.ts'
import type { Tags } from '../../documents/word/tags.ts'

/** What a paper is asked for. */
export interface Wanted {
  /** The unit that it is of; null: of the managing office. */
  unitCode: string | null
  /** '2024-Q2', '2024' */
  period: string
  /** At whose end the figures stand; null: as they stand now. */
  day: Temporal.PlainDate | null
  /** Units that it is to go to, of those that it may be about; null: all of them. */
  units: readonly string[] | null
}

/**
 * One paper of the plan (plan-114.md §6). Its Word template is prisma/templates/<code>.docx until the office has put its own in the
 * place. Texts by convention: `papers.<code>.{name,lead}`.
 */
export interface PaperKind {
  /** DOC12 */
  readonly code: string
  /** `office`: made by the managing office, of everybody; `unit`: of one unit, by its own people or the office. */
  readonly of: 'office' | 'unit'
  /** Is asked for a period; else it is of the whole year. */
  readonly hasPeriod: boolean
  /** Only the present can be told: no day is asked for. */
  readonly isOfNow?: true
  /** Whether there is nothing to make it of; said as `papers.<code>.nothing`. */
  isEmpty?(ctx: Ctx, wanted: Wanted): Promise<boolean>
  /** What its template fills in besides the frame. */
  readonly tags: Tags
  /** Every figure goes through the book, so that it can be traced, and found missing. */
  gather(ctx: Ctx, wanted: Wanted, book: FigureBook): Promise<{ frame: FrameWords; content: Content }>
}

/** A paper of another feature whose template the office may change here; that feature fills it in. */
export type TemplatedPaper = Pick<PaperKind, 'code' | 'tags'> & {
  /** What of the frame is filled in, where it is not the usual one. */
  frame?: Tags
}

/** What stands in the frame of a paper. Nothing is signed or numbered here: that is done where it is issued. */
export interface FrameWords {
  superior: string
  issuer: string
  /** Where it is dated: «Uông Bí». */
  place: string
  recipients: readonly string[]
  authority: string
  position: string
  signer: string
}
