import type { Piece } from './numbered.ts'

/** What the first page of the desk says of a day, in the order in which it stands. */
export const morningParts = ['trouble', 'late', 'miss', 'fresh', 'overview'] as const

/** `trouble`: something does not come through; `late`: the day has passed; `miss`: it will not be reached; `fresh`: it came in lately. */
export type MorningPart = (typeof morningParts)[number]

/** One line of the first page: so many of something, and where exactly these stand. */
export interface MorningLine {
  part: MorningPart
  words: string
  /** The words in their parts, where numbers among them lead to rows of their own. */
  pieces?: readonly Piece[]
  /** Null: the words say it all. */
  count: number | null
  /** Below /desk: exactly what was counted. */
  page: string
  /** Below /desk: where those concerned are nudged. */
  nudge?: string
}
