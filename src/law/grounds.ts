import { Temporal } from 'temporal-polyfill'
import type { Basis, Confidence, Law } from './law-schema.ts'
import type { Caution, Grounds, Reading } from './refusal.ts'
import { basesNamed, isInForce } from './validity.ts'

/** How many days before a basis ends without a known successor its end is told. */
export const WARNED_DAYS = 90

/**
 * What a rule rests on, on a day, with what must be told beside it. `receivedOn`: when the dossier was received; where the law was amended
 * since, under a transition rule, both readings are given.
 */
export function groundsOf(
  law: Law,
  rule: { restsOn: readonly string[]; confidence: Confidence; note: string | null },
  day: string,
  receivedOn: string,
): Grounds {
  const bases = basesNamed(law, rule.restsOn)
  return {
    bases,
    confidence: rule.confidence,
    note: rule.note,
    cautions: cautionsOf(law, bases, day),
    readings: readingsOf(law, bases, day, receivedOn),
  }
}

export function cautionsOf(law: Law, bases: readonly Basis[], day: string): Caution[] {
  const unread = amendmentsOf(law, bases, day)
    .filter(({ isUnread }) => isUnread)
    .map(({ code, from }): Caution => ({ code: 'amendmentUnread', basis: code, from }))
  const lapsing = bases.flatMap((basis): Caution[] => {
    const on = lapsesOn(basis)
    return on !== null && isWithinWarning(on, day) ? [{ code: 'lapsesSoon', basis: basis.code, on }] : []
  })
  return [...unread, ...lapsing]
}

export function readingsOf(law: Law, bases: readonly Basis[], day: string, receivedOn: string): Reading[] {
  const amended = amendmentsOf(law, bases, day)
  const since = amended.filter(({ from, transition }) => receivedOn < from && transition !== null)
  const now = [...bases, ...amended.filter(one => !bases.includes(one))]
  if (since.length === 0) return [{ text: 'ONLY', bases: now, rule: null }]
  const rule = since.map(({ transition }) => transition?.text).join(' ')
  return [
    { text: 'OLD', bases: now.filter(one => !since.includes(one)), rule },
    { text: 'NEW', bases: now, rule },
  ]
}

/** The first day without a basis that ends and whose successor is not known; null: there is none. */
export function lapsesOn({ to, successor }: Basis): string | null {
  return to === null || successor !== null ? null : Temporal.PlainDate.from(to).add({ days: 1 }).toString()
}

export function isWithinWarning(lapses: string, day: string): boolean {
  return Temporal.PlainDate.from(lapses).subtract({ days: WARNED_DAYS }).toString() <= day && day < lapses
}

function amendmentsOf(law: Law, bases: readonly Basis[], day: string): Basis[] {
  const codes = new Set(bases.map(({ code }) => code))
  return law.bases.filter(basis => basis.amends.some(code => codes.has(code)) && isInForce(basis, day))
}
