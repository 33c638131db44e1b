import { fold } from '../../reading/text.ts'
import { type Field, type FieldRules, type Given, type Params, ruled } from '../field.ts'

interface Named {
  readonly code: string
  readonly label: string
}

/** One unit of many, found by its code or by a part of its name; the answer is the code. */
export function unit<const R extends FieldRules<string>>(
  among: (params: Params) => readonly Named[],
  rules?: R,
): Field<Given<string, R>> {
  return ruled<string, R>(rules, {
    kind: 'unit',
    read: (typed, env) => {
      const wanted = fold(typed)
      const found = matching(among(env.params), wanted)
      const [first, second] = found
      if (!first) return { ok: false, kind: 'invalid', why: 'notOneOf' }
      if (!second) return { ok: true, value: first.code, literal: fold(first.label) === wanted }
      return { ok: false, kind: 'ask', why: 'startAmbiguous', candidates: found.slice(0, 9).map(unit => unit.code) }
    },
    show: (value, env) => among(env.params).find(unit => unit.code === value)?.label ?? value,
  })
}

function matching(units: readonly Named[], wanted: string): readonly Named[] {
  const exact = units.filter(unit => fold(unit.code) === wanted || fold(unit.label) === wanted)
  return exact.length > 0 ? exact : units.filter(unit => fold(unit.label).includes(wanted))
}
