import { fold } from '../../reading/text.ts'
import type { Translate } from '../../texts.ts'
import type { Problem } from './rules.ts'

/** What a text may leave open, to be filled for each recipient. The first three suit everybody, the others a nudge. */
export const placeholders = ['name', 'unit', 'office', 'what', 'due', 'left', 'how'] as const
export type Placeholder = (typeof placeholders)[number]
const ofNudges: ReadonlySet<Placeholder> = new Set<Placeholder>(['what', 'due', 'left', 'how'])

export type PlaceholderValues = Readonly<Record<Placeholder, string>>

/** The placeholders as they are typed: «[tên]», «[đơn vị]»… */
export function typedPlaceholders(t: Translate): PlaceholderValues {
  const [name, unit, office, what, due, left, how] = placeholders.map(
    placeholder => `[${t(`broadcast.placeholders.${placeholder}`)}]`,
  )
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

/** Fills the placeholders; accents and case of their names do not matter. What is no placeholder stays as it is. */
export function fill(text: string, values: PlaceholderValues, t: Translate): string {
  const known = namesOf(t)
  return text.replace(bracket, (typed, name: string) => {
    const placeholder = known.get(fold(name.trim()))
    return placeholder === undefined ? typed : values[placeholder]
  })
}

/** Brackets that nothing fills: a place that a template leaves to the officer, or a name typed wrongly. */
export function placeholderProblems(text: string, isNudge: boolean, t: Translate): Problem[] {
  const known = namesOf(t)
  const problems = [...text.matchAll(bracket)].flatMap(([typed, name = '']): Problem[] => {
    const placeholder = known.get(fold(name.trim()))
    if (placeholder === undefined) return [{ name: 'unfilled', params: { placeholder: typed } }]
    return ofNudges.has(placeholder) && !isNudge ? [{ name: 'onlyInNudges', params: { placeholder: typed } }] : []
  })
  return problems.slice(0, 3)
}

function namesOf(t: Translate): ReadonlyMap<string, Placeholder> {
  return new Map(placeholders.map(placeholder => [fold(t(`broadcast.placeholders.${placeholder}`)), placeholder]))
}

const bracket = /\[([^\]\n]{1,60})\]/g
