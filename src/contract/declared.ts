import type { Right } from '../people/right.ts'
import type { Feature } from './feature.ts'

/** Every right that is declared, by its name. */
export function rightsOf(features: readonly Feature[]): ReadonlyMap<string, Right> {
  const rights = new Map<string, Right>()
  for (const right of features.flatMap(feature => feature.rights ?? [])) {
    const other = rights.get(right.name)
    if (other !== undefined && other !== right) throw new Error(`two rights are called ${right.name}`)
    rights.set(right.name, right)
  }
  return rights
}

/** What may stand in the audit: what things are done to, and what is done, each once. */
export function auditOf(features: readonly Feature[]): { subjects: readonly string[]; actions: readonly string[] } {
  const entries = features.flatMap(({ audits = {} }) => Object.entries(audits))
  return {
    subjects: [...new Set(entries.map(([subject]) => subject))],
    actions: [...new Set(entries.flatMap(([, actions]) => actions))],
  }
}
