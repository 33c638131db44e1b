import type { Span } from '../../../campaign/report-period.ts'
import { foldedInPlace } from '../../../reading/folded-in-place.ts'
import type { Row } from '../row.ts'

/** Why a target that was named is no row of the dossier. */
export type NoRow = 'computed' | 'listed' | 'registered' | 'launch' | 'people' | 'notApplicable' | 'notThisPeriod'

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
  /** Its days; null: it has none. */
  span: Span | null
  /** Names of other units, folded. */
  otherUnits: readonly string[]
  ownUnit: string
  today: { year: number; month: number }
}

/** Words of a text as they are compared. */
export function wordsIn(text: string): string[] {
  return foldedInPlace(text).match(/[\p{L}\p{N}]+/gu) ?? []
}

/** A name or the plan's words, made ready to be looked for. */
export interface Wanted {
  words: ReadonlySet<string>
  /** With a space between two, and at both ends. */
  joined: string
  /** Finds it whole in a folded text. */
  whole: RegExp
}

const ready = new Map<string, Wanted>()

/** There are a few hundred names and words of a plan, and each is looked for in every line. */
const most = 5_000

export function wanted(source: string): Wanted {
  const known = ready.get(source)
  if (known) return known
  const words = wordsIn(source)
  const whole = new RegExp(`(?<![\\p{L}\\p{N}])${words.join('[^\\p{L}\\p{N}]+')}(?![\\p{L}\\p{N}])`, 'u')
  const made = { words: new Set(words), joined: ` ${words.join(' ')} `, whole }
  if (ready.size >= most) ready.clear()
  ready.set(source, made)
  return made
}
