import { isIsoDay } from '../campaign/iso-day.ts'
import type { Law, LawField } from './law-schema.ts'
import { type Held, type Refused, refused } from './refusal.ts'
import { isInForce, validityOf } from './validity.ts'

interface Row {
  restsOn: readonly string[]
}

/** The one of `rows` that holds on the day; otherwise why none does. `field`: whose first basis says where the law begins here. */
export function ruleOn<R extends Row>(law: Law, rows: readonly R[], field: LawField, day: string): Held<{ rule: R }> {
  if (!isIsoDay(day)) return refused({ code: 'unknownDay', day })
  const dated = rows.map(rule => ({ rule, validity: validityOf(law, rule) }))
  const found = dated.find(({ validity }) => isInForce(validity, day))
  if (found) return { held: true, rule: found.rule }
  const first = firstDay(law, field)
  if (day < first) return refused({ code: 'beforeFirst', day, first })
  const past = dated
    .flatMap(({ validity: { to, endsWith } }) => (to !== null && to < day && endsWith ? [{ to, endsWith }] : []))
    .toSorted((one, other) => (one.to < other.to ? 1 : -1))[0]
  if (!past) return refused({ code: 'notHeld' })
  if (past.endsWith.successor !== null) return refused({ code: 'ended', day, to: past.to })
  return refused({ code: 'lapsed', day, basis: past.endsWith.code, to: past.to })
}

/**
 * The rule of the day, for what began on an earlier one: the same rule must have held then, otherwise no transition is known.
 * A changed text of the same rule is told by `readingsOf`.
 */
export function ruleBetween<R extends Row>(
  law: Law,
  rows: readonly R[],
  field: LawField,
  began: string,
  day: string,
): Held<{ rule: R }> {
  const now = ruleOn(law, rows, field, day)
  if (!now.held) return now
  const then = ruleOn(law, rows, field, began)
  if (!then.held) return then
  if (began > day) return refused({ code: 'daysReversed', from: began, to: day })
  if (then.rule === now.rule) return now
  return acrossChange(began, day, validityOf(law, now.rule).from)
}

export function acrossChange(from: string, to: string, change: string): Refused {
  return refused({ code: 'acrossChange', from, to, change })
}

/** From which day on anything is held of a field. */
export function firstDay(law: Law, field: LawField): string {
  const days = law.bases.filter(({ fields }) => fields.includes(field)).map(({ from }) => from)
  return days.toSorted()[0] ?? '9999-12-31'
}
