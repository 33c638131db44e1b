import { fold } from '../../reading/text.ts'
import type { Translate } from '../../texts.ts'
import type { Problem } from './rules.ts'

/** What a text may leave open, to be filled for each recipient. The first three suit everybody, the others a nudge. */
export const holes = ['name', 'unit', 'office', 'what', 'due', 'left', 'how'] as const
export type Hole = (typeof holes)[number]
const ofNudges: ReadonlySet<Hole> = new Set<Hole>(['what', 'due', 'left', 'how'])

export type HoleValues = Readonly<Record<Hole, string>>

/** The holes as they are typed: «[tên]», «[đơn vị]»… */
export function typedHoles(t: Translate): HoleValues {
  const [name, unit, office, what, due, left, how] = holes.map(hole => `[${t(`broadcast.holes.${hole}`)}]`)
  return {
    name: name ?? '',
    unit: unit ?? '',
    office: office ?? '',
    what: what ?? '',
    due: due ?? '',
    left: left ?? '',
    how: how ?? '',
  }
}

/** Fills the holes; accents and case of their names do not matter. What is no hole stays as it is. */
export function fill(text: string, values: HoleValues, t: Translate): string {
  const known = namesOf(t)
  return text.replace(bracket, (typed, name: string) => {
    const hole = known.get(fold(name.trim()))
    return hole === undefined ? typed : values[hole]
  })
}

/** Brackets that nothing fills: a place that a template leaves to the officer, or a name typed wrongly. */
export function holeProblems(text: string, isNudge: boolean, t: Translate): Problem[] {
  const known = namesOf(t)
  const problems = [...text.matchAll(bracket)].flatMap(([typed, name = '']): Problem[] => {
    const hole = known.get(fold(name.trim()))
    if (hole === undefined) return [{ name: 'unfilled', params: { hole: typed } }]
    return ofNudges.has(hole) && !isNudge ? [{ name: 'onlyInNudges', params: { hole: typed } }] : []
  })
  return problems.slice(0, 3)
}

function namesOf(t: Translate): ReadonlyMap<string, Hole> {
  return new Map(holes.map(hole => [fold(t(`broadcast.holes.${hole}`)), hole]))
}

const bracket = /\[([^\]\n]{1,60})\]/g
