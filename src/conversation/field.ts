import type { Temporal } from 'temporal-polyfill'
import type { Reading } from '../reading/result.ts'
import type { Translate } from '../texts.ts'

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/** What a form was started for; fixed by the feature, never typed by the person. */
export type Params = { readonly [key: string]: Json }

/** Answers by field name. A field that is absent was not asked yet; null was skipped. */
export type Answers = { readonly [field: string]: unknown }

/** Everything a field may look at. All of it is data: reading and showing have no effects. */
export interface FieldEnv {
  t: Translate
  /** Branch of the text tree that holds this field's sentences (`ask`, `label`, `help`, `options.*`, `problems.*`). */
  texts: string
  today: Temporal.PlainDate
  params: Params
  answers: Answers
}

/** What the readers say, and what only a question can refuse. */
export type FieldReading<V> =
  | Reading<V>
  | { ok: false; kind: 'invalid'; why: FieldRefusal; detail?: Record<string, string | number> }

export type FieldRefusal = 'tooShort' | 'tooManyCharacters' | 'needsFile' | 'notOneOf' | 'incomplete'

/**
 * One question. `read` turns what was typed into a value, a request to choose or a refusal, and never throws;
 * `show` writes a value back the Vietnamese way. A field with `options` is asked as a numbered choice.
 */
export interface Field<V = unknown> {
  readonly kind: string
  readonly isOptional: boolean
  /** Never asked for: taken whenever it comes. */
  readonly isAside?: boolean
  /** Its value is a table: said back whole, line by line. */
  readonly isTable?: true
  /** The rows of such a value, each with a name that stays: two versions are compared row by row. */
  rows?(value: V, env: Pick<FieldEnv, 't' | 'today'>): readonly { name: string; words: string }[]
  /** Asked only where this holds; without it, always. */
  readonly when?: (answers: Answers, params: Params) => boolean
  /** The value to offer before the person has answered, for «giữ nguyên». */
  readonly prefill?: (params: Params) => V | null
  read(text: string, env: FieldEnv): FieldReading<V>
  show(value: V, env: FieldEnv): string
  options?(env: FieldEnv): readonly string[]
  /** So little that it is asked once whether it is meant, and taken when it is said again. */
  isThin?(value: V): boolean
  /** Values that JSON cannot hold as they are. */
  encode?(value: V): Json
  decode?(stored: Json): V
}

export interface FieldRules<V> {
  /** May be left out with «bỏ qua». */
  optional?: boolean
  /** Never asked for: taken whenever it comes. */
  isAside?: boolean
  when?: (answers: Answers, params: Params) => boolean
  prefill?: (params: Params) => V | null
}

/** The type an answer has after the form is confirmed: null where it may have been skipped or not asked. */
export type Given<V, R> = R extends { optional: true } ? V | null : R extends { when: object } ? V | null : V

/** Adds the rules every kind shares, and the type that follows from them. */
export function ruled<V, R extends FieldRules<V>>(
  rules: R | undefined,
  field: Omit<Field<V>, 'isOptional' | 'isAside' | 'when' | 'prefill'>,
): Field<Given<V, R>> {
  const whole: Field<V> = {
    ...field,
    isOptional: rules?.optional ?? false,
    ...(rules?.isAside ? { isAside: true } : {}),
    ...(rules?.when ? { when: rules.when } : {}),
    ...(rules?.prefill ? { prefill: rules.prefill } : {}),
  }
  // The compiler cannot follow a conditional type of an open parameter; `Given` only ever adds null to V.
  return whole as Field<Given<V, R>>
}
