import type { Basis } from './law-schema.ts'

const ranks: readonly Basis['kind'][] = ['LAW', 'DECREE', 'CIRCULAR']

/** As papers name them: what is higher first, else in the order in which the law is held. */
export function ranked(bases: readonly Basis[]): Basis[] {
  return bases.toSorted((a, b) => ranks.indexOf(a.kind) - ranks.indexOf(b.kind))
}
