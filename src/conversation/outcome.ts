import type { CommandWord } from '../reading/command-words.ts'
import { type DraftState, type Pending, review } from './draft.ts'
import type { Answers } from './field.ts'
import { brokenCheck, type Form, fieldOf, isAnswered, isRelevant } from './form.ts'
import type { StepEnv } from './summary.ts'

export interface AnswerChange {
  field: string
  /** null: skipped. */
  value: unknown
  typed: string
}

/**
 * What one input does to a draft. `said` are the sentences to say before the next prompt; the caller stores `changes`
 * and the new position and shows `promptOf` the result.
 */
export interface Step {
  position: string
  pending: Pending | null
  changes: AnswerChange[]
  said: string[]
  outcome: 'asking' | 'submit' | 'later' | 'cancelled' | 'leaves'
  /** Of 'leaves': the word of the menu that leads out of the form; the draft stays. */
  leaves?: CommandWord
}

/** Takes a text as `step` takes it. Those that `step` calls are handed it. */
export type TakeText = (form: Form, draft: DraftState, typed: string, env: StepEnv) => Step

export function unchanged(draft: DraftState): Step {
  return { position: draft.position, pending: draft.pending, changes: [], said: [], outcome: 'asking' }
}

export function stay(draft: DraftState, ...said: string[]): Step {
  return { ...unchanged(draft), said }
}

/** Writes one answer down and goes to the next open question, or says which rule it breaks and asks again. */
export function accept(
  form: Form,
  draft: DraftState,
  name: string,
  value: unknown,
  typed: string,
  env: StepEnv,
  said: string[] = [],
): Step {
  const answers = withAnswer(draft.answers, name, value)
  const broken = value === null ? null : brokenCheck(form, answers, draft.params, env.today, name)
  if (broken)
    return stay({ ...draft, pending: null }, env.t(`${form.texts}.${name}.problems.${broken.name}`, broken.params))
  const next = nextOpen(form, draft, name, answers) ?? review
  return { position: next, pending: null, changes: [{ field: name, value, typed }], said, outcome: 'asking' }
}

/** The question after this one that is still open, then the first before it. What is asked may depend on the answer just given. */
export function nextOpen(
  form: Form,
  draft: Pick<DraftState, 'answers' | 'params'>,
  name: string,
  answers: Answers,
): string | null {
  const { order } = form
  const after = order.indexOf(name) + 1
  for (let step = 0; step < order.length - 1; step++) {
    const other = order[(after + step) % order.length]
    if (
      other !== undefined &&
      !isAnswered(form, other, draft.answers) &&
      !fieldOf(form, other).isAside &&
      isRelevant(form, other, answers, draft.params)
    )
      return other
  }
  return null
}

/** The answers with one more, without copying the others. */
function withAnswer(answers: Answers, name: string, value: unknown): Answers {
  const more: Record<string, unknown> = Object.create(answers)
  more[name] = value
  return more
}
