import type { Temporal } from 'temporal-polyfill'
import type { Translate } from '../texts.ts'
import type { Answers, Field, Params } from './field.ts'

export type Fields = { readonly [name: string]: Field }

/** A rule over several answers; the refusal is the text `<texts>.<field>.problems.<problem>`. */
export interface Check {
  /** The field that is asked again when the rule fails. */
  field: string
  /**
   * The name of the problem and the parameters of its text, or null when all is well (or not yet known). `params.today` is the day
   * ('YYYY-MM-DD') on which it is said: a draft may have been begun long before.
   */
  problem(answers: Answers, params: Params): { name: string; params?: Record<string, unknown> } | null
}

/**
 * A form is a value. Its id and version pin every running draft; a change of its questions is a new version, with the
 * old one kept or an upgrade written (see `FormEntry`).
 */
export interface Form<F extends Fields = Fields> {
  readonly id: string
  readonly version: number
  /** Branch of the text tree with the form's sentences. */
  readonly texts: string
  readonly fields: F
  /** Field names in the order of asking. */
  readonly order: readonly string[]
  readonly checks: readonly Check[]
  /** What stands above the summary: what the answers are about, and what follows from them. */
  readonly about?: ((answers: Answers, params: Params, t: Translate) => string) | undefined
}

/** The confirmed answers of a form, typed by its fields. */
export type AnswersOf<F extends Fields> = { [N in keyof F]: F[N] extends Field<infer V> ? V : never }

export function defineForm<const F extends Fields>(definition: {
  id: string
  version: number
  texts: string
  fields: F
  checks?: readonly Check[]
  about?: Form['about']
}): Form<F> {
  return { checks: [], ...definition, order: Object.keys(definition.fields) }
}

/** The field of that name; a form never holds a position that is not its own, so a missing one is a fault. */
export function fieldOf(form: Form, name: string): Field {
  const field = form.fields[name]
  if (!field) throw new Error(`form ${form.id} v${form.version} has no question ${name}`)
  return field
}

export function isRelevant(form: Form, name: string, answers: Answers, params: Params): boolean {
  const { when } = fieldOf(form, name)
  return when === undefined || when(answers, params)
}

/** The questions that are asked with these answers, in order. */
export function relevantFields(form: Form, answers: Answers, params: Params): string[] {
  return form.order.filter(name => isRelevant(form, name, answers, params))
}

/** Whether the question needs no more asking: it has an answer, or may be left out and was. */
export function isAnswered(form: Form, name: string, answers: Answers): boolean {
  const value = answers[name]
  if (value === undefined) return false
  // All files that were sent may have been taken away again.
  if (value !== null && !(Array.isArray(value) && value.length === 0)) return true
  const { isOptional, kind } = fieldOf(form, name)
  return isOptional || kind !== 'files'
}

/** First relevant question without an answer that is asked for; null when there is none. */
export function firstOpen(form: Form, answers: Answers, params: Params): string | null {
  return (
    form.order.find(
      name =>
        !fieldOf(form, name).isAside && !isAnswered(form, name, answers) && isRelevant(form, name, answers, params),
    ) ?? null
  )
}

/** First rule that the answers break, or null. Only rules on `field` when it is given. */
export function brokenCheck(form: Form, answers: Answers, params: Params, today: Temporal.PlainDate, field?: string) {
  for (const check of form.checks) {
    if (field !== undefined && check.field !== field) continue
    if (!isRelevant(form, check.field, answers, params)) continue
    const problem = check.problem(answers, { ...params, today: today.toString() })
    if (problem) return { field: check.field, ...problem }
  }
  return null
}
