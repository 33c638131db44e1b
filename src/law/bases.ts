import { isIsoDay } from '../campaign/iso-day.ts'
import { cautionsOf, lapsesOn, readingsOf } from './grounds.ts'
import { heldLaw } from './held-law.ts'
import type { Basis, Law, LawField } from './law-schema.ts'
import { type Caution, type Held, type Reading, refused } from './refusal.ts'
import { acrossChange, firstDay } from './rule-on.ts'

export interface BasesHeld {
  bases: readonly Basis[]
  cautions: readonly Caution[]
  readings: readonly Reading[]
}

/** «Theo luật nào?»: what is in force of a field on a day. Pure; refuses a day before the first basis, and one after a lapse. */
export function basesOn(day: string, field: LawField, law: Law = heldLaw()): Held<BasesHeld> {
  return basesOver(day, day, field, law)
}

/**
 * The one law of a whole period: a campaign, a request. Refused where a law or decree ended within it and no transition rule is held; a
 * change of circulars is shown, both stand in the list.
 */
export function basesOver(from: string, to: string, field: LawField, law: Law = heldLaw()): Held<BasesHeld> {
  for (const day of [from, to]) if (!isIsoDay(day)) return refused({ code: 'unknownDay', day })
  if (from > to) return refused({ code: 'daysReversed', from, to })
  const first = firstDay(law, field)
  if (from < first) return refused({ code: 'beforeFirst', day: from, first })
  const own = law.bases.filter(({ fields }) => fields.includes(field))
  const ended = own.filter(basis => basis.kind !== 'CIRCULAR' && basis.to !== null && basis.to < to)
  const lapsed = ended.find(({ successor }) => successor === null)
  if (lapsed?.to) return refused({ code: 'lapsed', day: to, basis: lapsed.code, to: lapsed.to })
  const change = ended.find(({ to: end }) => end !== null && end >= from)
  if (change) {
    const next = own.find(({ code }) => code === change.successor)
    return acrossChange(from, to, next?.from ?? change.to ?? to)
  }
  const bases = own.filter(basis => basis.from <= to && (basis.to === null || basis.to >= from))
  return {
    held: true,
    bases,
    cautions: cautionsOf(law, bases, to),
    readings: readingsOf(law, bases, to, from),
  }
}

/** A basis that is about to end, or has ended, without a known successor. */
export interface Lapse {
  basis: Basis
  /** The first day without it. */
  on: string
  hasLapsed: boolean
}

/** What the officers must know in time: 90 days before, and from then on until the law of this installation is corrected. */
export function lapsesSeenOn(day: string, law: Law = heldLaw()): Lapse[] {
  return law.bases.flatMap(basis => {
    const on = lapsesOn(basis)
    if (on === null) return []
    const hasLapsed = on <= day
    const isWarned = hasLapsed || cautionsOf(law, [basis], day).some(({ code }) => code === 'lapsesSoon')
    return isWarned ? [{ basis, on, hasLapsed }] : []
  })
}
