import { readNamed } from '../../reading/named.ts'
import { type Field, type FieldRules, type Given, type Params, ruled } from '../field.ts'

interface Named {
  readonly code: string
  readonly label: string
}

/** No more of the units that were not told apart are offered. */
const shownAtOnce = 9

/** One unit of many, found by its code or by a part of its name, short forms included; the answer is the code. */
export function unit<const R extends FieldRules<string>>(
  among: (params: Params) => readonly Named[],
  rules?: R,
): Field<Given<string, R>> {
  return ruled<string, R>(rules, {
    kind: 'unit',
    read: (typed, env) => {
      const units = among(env.params)
      const reading = readNamed(
        typed,
        units.map(({ code, label }) => ({ label, aliases: [code] })),
      )
      const codeAt = (index: number) => units.slice(index, index + 1).map(({ code }) => code)
      if (!reading.ok && reading.kind === 'invalid')
        return reading.why === 'noAnswer' ? { ok: false, kind: 'invalid', why: 'notOneOf' } : reading
      if (!reading.ok) return { ...reading, candidates: reading.candidates.slice(0, shownAtOnce).flatMap(codeAt) }
      const [value] = codeAt(reading.value)
      return value === undefined ? { ok: false, kind: 'invalid', why: 'notOneOf' } : { ...reading, value }
    },
    show: (value, env) => among(env.params).find(unit => unit.code === value)?.label ?? value,
  })
}
