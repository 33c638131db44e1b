import type { Ctx } from '../contract/feature.ts'
import { fold } from '../reading/text.ts'

/** Units whose name holds a word, and all whose records are found by it: by their own name, or that of one that took their place. */
export interface UnitsNamed {
  named: readonly string[]
  found: readonly string[]
}

/** For each of the words; none stands in the name of a unit that is not in memory. */
export function unitsNamed({ campaign }: Ctx, words: readonly string[]): ReadonlyMap<string, UnitsNamed> {
  const units = [...campaign.units.values()]
  const folded = new Map(units.map(({ code, name }) => [code, fold(name)]))
  return new Map(
    words.map(word => {
      const isNamed = (code: string) => folded.get(code)?.includes(word) ?? false
      const found = units.filter(({ code, successors }) => [code, ...successors].some(isNamed))
      return [word, { named: [...folded.keys()].filter(isNamed), found: found.map(({ code }) => code) }]
    }),
  )
}
