import { reasonLength } from '../../contract/reason.ts'

/** What was chosen for one nominee. */
export interface Choice {
  recordId: string
  isAwarded: boolean
  reason: string
}

/** What a list that is decided on must hold to; words: `awarding.problems.<code>`. */
export type Problem =
  | { code: 'empty' }
  /** Who is not awarded is told why. */
  | { code: 'reason'; recordId: string; name: string }
  | { code: 'number' }
  | { code: 'day' }
  | { code: 'notPublic' }
  | { code: 'stillPublic'; until: string }
  | { code: 'objections'; count: number }

export interface ToDecide {
  choices: readonly Choice[]
  names: ReadonlyMap<string, string>
  number: string
  decidedOn: string
  today: string
  /** How many days a list is public; 0: it is not made public. */
  publicDays: number
  /** The list as it is public; null: it is not. */
  published: { publicUntil: string; openObjections: number } | null
}

/** Why somebody is not awarded must be said, of each. */
export function reasonsMissing(choices: readonly Choice[], names: ReadonlyMap<string, string>): Problem[] {
  return choices
    .filter(({ isAwarded, reason }) => !isAwarded && reason.length < reasonLength.min)
    .map(({ recordId }) => ({ code: 'reason', recordId, name: names.get(recordId) ?? '' }))
}

/** All that stands against a decision. There is no quota: number and names are the chairman's. */
export function problemsOf(asked: ToDecide): Problem[] {
  const { choices, names, number, decidedOn, today, publicDays, published } = asked
  const isDay = /^\d{4}-\d\d-\d\d$/.test(decidedOn) && decidedOn <= today
  return [
    ...(choices.length === 0 ? [{ code: 'empty' as const }] : []),
    ...reasonsMissing(choices, names),
    ...(/\d/.test(number) ? [] : [{ code: 'number' as const }]),
    ...(isDay ? [] : [{ code: 'day' as const }]),
    ...(publicDays > 0 && published === null ? [{ code: 'notPublic' as const }] : []),
    ...(published !== null && today <= published.publicUntil
      ? [{ code: 'stillPublic' as const, until: published.publicUntil }]
      : []),
    ...(published !== null && published.openObjections > 0
      ? [{ code: 'objections' as const, count: published.openObjections }]
      : []),
  ]
}
