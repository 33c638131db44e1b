import { codePointLength } from '../reading/text.ts'
import { chosenOf, pickOne } from './chosen-of.ts'
import type { DraftState, Pending } from './draft.ts'
import { type Form, fieldOf } from './form.ts'
import { accept, type Step, stay, type TakeText, unchanged } from './outcome.ts'
import { refusal } from './refusal.ts'
import { envOf, type StepEnv } from './summary.ts'

/** A piece shorter than this may as well be the answer to the question that is awaited next. */
const surelyRest = 200

/** The rest of a text that came in pieces. */
export function more(form: Form, draft: DraftState, typed: string, env: StepEnv): Step {
  return codePointLength(typed) < surelyRest ? askWhetherRest(draft, 'more', typed) : join(form, draft, typed, env)
}

export function askWhetherRest(draft: DraftState, of: 'more' | 'tooLong', typed: string): Step {
  return { ...unchanged(draft), pending: { is: 'rest', of, typed } }
}

function join(form: Form, draft: DraftState, typed: string, env: StepEnv): Step {
  const { position } = draft
  const waiting: DraftState = { ...draft, pending: { is: 'more' } }
  const sofar = String(draft.answers[position] ?? '')
  // A sentence that was cut in two is one sentence again.
  const isCutInside = /[\p{L}\d,]$/u.test(sofar) && /^\s*\p{Ll}/u.test(typed)
  const joined = `${sofar}${isCutInside ? ' ' : '\n'}${typed.trim()}`
  const reading = fieldOf(form, position).read(joined, envOf(form, position, draft, env))
  if (!reading.ok) return stay(waiting, refusal(fieldOf(form, position), reading, envOf(form, position, draft, env)))
  return { ...unchanged(waiting), changes: [{ field: position, value: reading.value, typed: joined }] }
}

/** More came before it was said what the last piece was: so it was a piece. */
export function joinRest(form: Form, draft: DraftState, piece: string, typed: string, env: StepEnv): Step {
  return join(form, draft, `${piece}\n${typed}`, env)
}

type Rest = Extract<Pending, { is: 'rest' }>

export function answerRest(
  form: Form,
  draft: DraftState,
  pending: Rest,
  typed: string,
  env: StepEnv,
  takeText: TakeText,
): Step | null {
  const settled = { ...draft, pending: null }
  const chosen = chosenOf(form, draft, typed, env)
  if (chosen < 0) return pickOne(draft, typed, env)
  if (pending.of === 'tooLong') return chosen === 0 ? stay(settled) : takeText(form, settled, pending.typed, env)
  if (chosen === 0) return join(form, draft, pending.typed, env)
  const sofar = String(draft.answers[draft.position] ?? '')
  const whole = accept(form, settled, draft.position, sofar, sofar, env)
  const next: DraftState = {
    ...settled,
    position: whole.position,
    answers: { ...draft.answers, [draft.position]: sofar },
  }
  const step = takeText(form, next, pending.typed, env)
  return { ...step, changes: [...whole.changes, ...step.changes], said: [...whole.said, ...step.said] }
}
