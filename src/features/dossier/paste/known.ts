import { fold } from '../../../reading/text.ts'
import type { Row } from '../row.ts'

/** Why a target that was named is no row of the dossier. */
export type NoRow = 'computed' | 'registered' | 'launch' | 'people' | 'notApplicable' | 'notThisPeriod'

/** What a line may name: a row of the dossier, or a target that is none. */
export interface Known {
  /** The row; null: there is none, for this reason. */
  row: Row | null
  why: NoRow | null
  codes: readonly string[]
  name: string
  words: readonly string[]
}

/** What a paste is read against. */
export interface Dossier {
  known: readonly Known[]
  /** '2024-Q1' */
  period: string
  /** Names of other units, folded. */
  otherUnits: readonly string[]
  ownUnit: string
  today: { year: number; month: number }
}

/** A text with its folded form of the same length, sign by sign, so that places in one are places in the other. */
export function foldedInPlace(text: string): string {
  return [...text].map(sign => (sign.length === 1 ? foldedSign(sign) : '  ')).join('')
}

function foldedSign(sign: string): string {
  const folded = fold(sign)
  return folded.length === 1 ? folded : ' '
}

/** Words of a text as they are compared. */
export function wordsIn(text: string): string[] {
  return foldedInPlace(text).match(/[\p{L}\p{N}]+/gu) ?? []
}
