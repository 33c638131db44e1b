import { fold } from '../reading/text.ts'
import type { Translate } from '../texts.ts'
import { type UnitKind, unitKinds } from './unit-kind.ts'

/** Kinds by what people call them, without accents, in every language given. */
export function unitKindWords(...languages: readonly Translate[]): ReadonlyMap<string, UnitKind> {
  return new Map(
    languages.flatMap(t => unitKinds.map(kind => [fold(t(`office-files.unitKinds.${kind}`)), kind] as const)),
  )
}
