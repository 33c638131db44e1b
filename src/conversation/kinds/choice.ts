import { readChoices } from '../../reading/choices.ts'
import { readChosen } from '../../reading/chosen.ts'
import type { Field, FieldEnv, FieldReading, FieldRules, Given, Params } from '../field.ts'
import { ruled } from '../field.ts'

/** Options whose labels stand in the texts (`options.<code>`). */
type Codes = readonly string[]
/** Options that the feature found when the form was started or an earlier question was answered. */
type Found = (params: Params) => readonly { code: string; label: string }[]

/** Exactly one of the options; the answer is its code. */
export function choice<const C extends string, const R extends FieldRules<C>>(
  codes: readonly C[],
  rules?: R,
): Field<Given<C, R>> {
  return ruled<C, R>(rules, oneOf<C>(codes))
}

/** Exactly one of options that are not known before the form is started. */
export function choiceOf<const R extends FieldRules<string>>(found: Found, rules?: R): Field<Given<string, R>> {
  return ruled<string, R>(rules, oneOf<string>(found))
}

/** One or more of the options, in the order of the list. */
export function multiChoice<const C extends string, const R extends FieldRules<C[]>>(
  codes: readonly C[],
  rules?: R,
): Field<Given<C[], R>> {
  return ruled<C[], R>(rules, someOf<C>(codes))
}

/** One or more of options that are not known before the form is started. */
export function multiChoiceOf<const R extends FieldRules<string[]>>(
  found: Found,
  rules?: R,
): Field<Given<string[], R>> {
  return ruled<string[], R>(rules, someOf<string>(found))
}

function someOf<C extends string>(source: readonly C[] | Found) {
  return {
    kind: 'multiChoice',
    options: (env: FieldEnv) => optionsOf(source, env).map(option => option.label),
    read: (typed: string, env: FieldEnv): FieldReading<C[]> => {
      const options = optionsOf(source, env)
      const codes = options.map(option => option.code as C)
      const reading = readChoices(typed, options)
      if (reading.ok) return { ...reading, value: pick(codes, reading.value) }
      if (reading.kind === 'ask')
        return { ...reading, candidates: reading.candidates.map(indexes => pick(codes, indexes)) }
      return reading
    },
    show: (value: readonly C[], env: FieldEnv) => {
      const options = optionsOf(source, env)
      return value.map(code => options.find(option => option.code === code)?.label ?? code).join('; ')
    },
  }
}

function oneOf<C extends string>(source: readonly C[] | Found) {
  return {
    kind: 'choice',
    options: (env: FieldEnv) => optionsOf(source, env).map(option => option.label),
    read: (typed: string, env: FieldEnv): FieldReading<C> => {
      const options = optionsOf(source, env)
      const codes = options.map(option => option.code as C)
      const reading = readChosen(typed, options)
      if (reading.ok) return { ...reading, value: pick(codes, [reading.value])[0] as C }
      if (reading.kind === 'ask') return { ...reading, candidates: pick(codes, reading.candidates) }
      return reading
    },
    show: (value: C, env: FieldEnv) => optionsOf(source, env).find(option => option.code === value)?.label ?? value,
  }
}

function optionsOf(source: Codes | Found, env: FieldEnv): readonly { code: string; label: string }[] {
  if (typeof source === 'function') return source(env.params)
  return source.map(code => ({ code, label: env.t(`${env.texts}.options.${code}`) }))
}

function pick<C>(codes: readonly C[], indexes: readonly number[]): C[] {
  return indexes.flatMap(index => codes.slice(index, index + 1))
}
