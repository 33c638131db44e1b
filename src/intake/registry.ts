import type { Feature, FormEntry, Route } from '../contract/feature.ts'

/** All features, found by the names that chats and drafts keep. */
export interface Registry {
  route(name: string): Route | undefined
  form(id: string): FormEntry | undefined
  /** What features settle before an event. */
  settles: readonly NonNullable<Feature['settle']>[]
  /** What features say by themselves. */
  beats: readonly NonNullable<Feature['beat']>[]
  /** What features do once a day. */
  dailies: readonly NonNullable<Feature['daily']>[]
}

export function registryOf(features: readonly Feature[]): Registry {
  const routes = unique(features.flatMap(feature => Object.entries(feature.routes ?? {})))
  const forms = unique(features.flatMap(feature => (feature.forms ?? []).map(entry => [entry.form.id, entry] as const)))
  const settles = features.flatMap(feature => feature.settle ?? [])
  const beats = features.flatMap(feature => feature.beat ?? [])
  const dailies = features.flatMap(feature => feature.daily ?? [])
  return { route: name => routes.get(name), form: id => forms.get(id), settles, beats, dailies }
}

function unique<T>(entries: readonly (readonly [string, T])[]): Map<string, T> {
  const map = new Map<string, T>()
  for (const [name, value] of entries) {
    if (map.has(name)) throw new Error(`two features claim the name ${name}`)
    map.set(name, value)
  }
  return map
}
