import { codePointLength } from '../reading/text.ts'
import type { DraftState } from './draft.ts'
import type { FieldReading, Json } from './field.ts'
import { finishFiles } from './files-question.ts'
import { type Form, fieldOf } from './form.ts'
import { skip } from './navigation.ts'
import { accept, type Step, stay, unchanged } from './outcome.ts'
import { refusal } from './refusal.ts'
import { offeredFor } from './returned.ts'
import { says, saysNone } from './say.ts'
import { envOf, type StepEnv } from './summary.ts'

/** Clients cut a long paste at the last good place before their limit, which may be far before it. */
function mayBeCut(typed: string, { longestTyped }: StepEnv): boolean {
  return longestTyped !== undefined && codePointLength(typed) >= longestTyped / 2
}

/** Reads what was typed as the answer to the present question. `isSaidAgain`: it was asked before whether so short a text is all. */
export function answerField(
  form: Form,
  draft: DraftState,
  typed: string,
  env: StepEnv,
  { isSaidAgain = false }: { isSaidAgain?: boolean } = {},
): Step {
  const name = draft.position
  const field = fieldOf(form, name)
  const fieldEnv = envOf(form, name, draft, env)
  if (field.kind === 'files') return finishFiles(form, draft, typed, env)
  if (says(typed, 'keep', env)) {
    const value = name in draft.answers ? draft.answers[name] : offeredFor(field, name, draft.params)
    if (value !== null && value !== undefined) return accept(form, draft, name, value, typed, env)
  }
  if (field.isOptional && !saysNoItself.has(field.kind) && saysNone(typed, env)) return skip(form, draft, env)
  return taken(form, draft, field.read(typed, fieldEnv), typed, env, isSaidAgain)
}

/** «Không» is an answer of its own at these questions. */
const saysNoItself: ReadonlySet<string> = new Set([
  'yesNo',
  'choice',
  'multiChoice',
  'number',
  'ratio',
  'money',
  'hours',
])

function taken(
  form: Form,
  draft: DraftState,
  reading: FieldReading<unknown>,
  typed: string,
  env: StepEnv,
  isSaidAgain: boolean,
): Step {
  const name = draft.position
  const field = fieldOf(form, name)
  const fieldEnv = envOf(form, name, draft, env)
  if (reading.ok) {
    if (field.isThin?.(reading.value) && !isSaidAgain) return { ...unchanged(draft), pending: { is: 'thin', typed } }
    if (field.kind === 'longText' && mayBeCut(typed, env)) {
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
  if (reading.kind === 'ask' && offers(field.kind, reading)) {
    const values = reading.candidates.map(value => (field.encode ? field.encode(value) : (value as Json)))
    const value = field.show(reading.candidates[0], fieldEnv)
    return {
      ...stay(draft, env.t(`conversation.ask.${reading.why}`, { value })),
      pending: { is: 'candidates', values },
    }
  }
  const isCut = reading.why === 'tooManyCharacters' && mayBeCut(typed, env)
  const pending = isCut ? ({ is: 'tooLong' } as const) : reading.kind === 'ask' ? ({ is: 'asked' } as const) : null
  return stay({ ...draft, pending }, refusal(field, reading, fieldEnv))
}

/** Questions whose answer is one figure: what is offered must be a whole reading of the line, not one figure out of several. */
const figures: ReadonlySet<string> = new Set(['number', 'money', 'ratio', 'date'])

function offers(kind: string, { why, candidates }: Extract<FieldReading<unknown>, { kind: 'ask' }>): boolean {
  if (why === 'lunar' || candidates.length === 0) return false
  return !figures.has(kind) || !['garbled', 'severalValues', 'range'].includes(why)
}
