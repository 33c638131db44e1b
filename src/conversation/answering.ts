import { codePointLength } from '../reading/text.ts'
import type { DraftState } from './draft.ts'
import type { FieldReading, Json } from './field.ts'
import { finishFiles } from './files-question.ts'
import { type Form, fieldOf } from './form.ts'
import { accept, type Step, stay, unchanged } from './outcome.ts'
import { refusal } from './refusal.ts'
import { says } from './say.ts'
import { envOf, type StepEnv } from './summary.ts'

/** Platforms cut a long paste into pieces of about this size; a text this long may be followed by its rest. */
const likelyCutAt = 3_900

/** Reads what was typed as the answer to the present question. */
export function answerField(form: Form, draft: DraftState, typed: string, env: StepEnv): Step {
  const name = draft.position
  const field = fieldOf(form, name)
  const fieldEnv = envOf(form, name, draft, env)
  if (field.kind === 'files') return finishFiles(form, draft, typed, env)
  if (says(typed, 'keep', env)) {
    const value = name in draft.answers ? draft.answers[name] : (field.prefill?.(draft.params) ?? null)
    if (value !== null && value !== undefined) return accept(form, draft, name, value, typed, env)
  }
  return taken(form, draft, field.read(typed, fieldEnv), typed, env)
}

function taken(form: Form, draft: DraftState, reading: FieldReading<unknown>, typed: string, env: StepEnv): Step {
  const name = draft.position
  const field = fieldOf(form, name)
  const fieldEnv = envOf(form, name, draft, env)
  if (reading.ok) {
    if (field.kind === 'longText' && codePointLength(typed) >= likelyCutAt) {
      return {
        ...unchanged(draft),
        pending: { is: 'more' },
        changes: [{ field: name, value: reading.value, typed }],
      }
    }
    const echo = reading.literal
      ? []
      : [env.t('conversation.understood', { value: field.show(reading.value, fieldEnv) })]
    return accept(form, draft, name, reading.value, typed, env, echo)
  }
  if (reading.kind === 'ask' && reading.candidates.length > 0) {
    const values = reading.candidates.map(value => (field.encode ? field.encode(value) : (value as Json)))
    const value = field.show(reading.candidates[0], fieldEnv)
    return {
      ...stay(draft, env.t(`conversation.ask.${reading.why}`, { value })),
      pending: { is: 'candidates', values },
    }
  }
  return stay({ ...draft, pending: null }, refusal(field, reading, fieldEnv))
}
