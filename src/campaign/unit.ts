import type { UnitKind } from './unit-kind.ts'

/** What the rules need to know of a unit. Plain dates 'YYYY-MM-DD', both inclusive; null: no bound. */
export interface UnitLike {
  code: string
  /** A kind of `unitKinds`; text, because stored units keep it as text. */
  kind: string
  parentCode: string | null
  validFrom: string | null
  validTo: string | null
}

/** One row of a units file. */
export interface UnitRow extends UnitLike {
  name: string
  kind: UnitKind
  /** Units that take its place from the day after `validTo`. */
  successors: readonly string[]
  notes: string
}

export function existsOn(unit: UnitLike, day: string): boolean {
  return (unit.validFrom === null || unit.validFrom <= day) && (unit.validTo === null || day <= unit.validTo)
}

/** On at least one day from `first` to `last`. */
export function existsWithin(unit: UnitLike, first: string, last: string): boolean {
  return (unit.validFrom === null || unit.validFrom <= last) && (unit.validTo === null || first <= unit.validTo)
}
