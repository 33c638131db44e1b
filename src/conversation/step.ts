import { readChoice } from '../reading/choice.ts'
import { readCommandWord } from '../reading/command-words.ts'
import { answerField } from './answering.ts'
import { type DraftState, type FileAnswer, type Pending, review } from './draft.ts'
import { takeFiles } from './files-question.ts'
import { type Form, fieldOf } from './form.ts'
import { back, edit, skip } from './navigation.ts'
import { offeredOf } from './offered.ts'
import { accept, type Step, stay, unchanged } from './outcome.ts'
import { promptOf } from './prompt.ts'
import { refusal } from './refusal.ts'
import { answerReview } from './reviewing.ts'
import { says } from './say.ts'
import { envOf, type StepEnv, summary } from './summary.ts'

export type StepInput =
  | { type: 'text'; text: string }
  | { type: 'files'; files: readonly FileAnswer[]; caption?: string }
  /** Something that is no answer (sticker, voice, …); `what` names the text `conversation.other.<what>`. */
  | { type: 'other'; what: string }

/**
 * Takes one input. Pure, total, and its cost does not grow with the number of answered questions: nothing is replayed
 * and the answers are not copied.
 */
export function step(form: Form, draft: DraftState, input: StepInput, env: StepEnv): Step {
  if (input.type === 'other') return stay(draft, env.t(`conversation.other.${input.what}`))
  if (input.type === 'files') return takeFiles(form, draft, input, env)
  const word = readCommandWord(input.text)
  switch (word?.command) {
    case 'back':
      return back(form, draft, env)
    case 'skip':
      return skip(form, draft, env)
    case 'edit':
      return edit(form, draft, word.n, env)
    case 'review':
      return stay({ ...draft, pending: null }, summary(form, draft, env))
    case 'later':
      return { ...unchanged(draft), outcome: 'later' }
    case 'cancel':
      return { ...unchanged(draft), pending: { is: 'cancel' } }
    case 'help':
      return stay(draft, helpFor(form, draft, env))
  }
  if (draft.pending) return answerPending(form, draft, draft.pending, input.text, env)
  if (draft.position === review) return answerReview(form, draft, input.text, env)
  return answerField(form, draft, input.text, env)
}

function answerPending(form: Form, draft: DraftState, pending: Pending, typed: string, env: StepEnv): Step {
  const settled = { ...draft, pending: null }
  const number = Number(typed.trim())
  switch (pending.is) {
    case 'candidates': {
      const stored =
        draft.position === review ? undefined : pending.values[offeredOf(typed, promptOf(form, draft, env).choices)]
      if (stored === undefined) return step(form, settled, { type: 'text', text: typed }, env)
      const field = fieldOf(form, draft.position)
      return accept(form, settled, draft.position, field.decode ? field.decode(stored) : stored, typed, env)
    }
    case 'more': {
      const sofar = String(draft.answers[draft.position] ?? '')
      if (says(typed, 'done', env)) return accept(form, settled, draft.position, sofar, sofar, env)
      const joined = `${sofar}\n${typed}`
      const reading = fieldOf(form, draft.position).read(joined, envOf(form, draft.position, draft, env))
      if (!reading.ok)
        return stay(draft, refusal(fieldOf(form, draft.position), reading, envOf(form, draft.position, draft, env)))
      return { ...unchanged(draft), changes: [{ field: draft.position, value: reading.value, typed: joined }] }
    }
    case 'cancel': {
      const chosen = chosenOf(form, draft, typed, env)
      if (chosen === 0) return { ...unchanged(settled), outcome: 'cancelled' }
      return chosen === 1 ? stay(settled) : step(form, settled, { type: 'text', text: typed }, env)
    }
    case 'whichQuestion':
      return Number.isInteger(number)
        ? edit(form, settled, number, env)
        : step(form, settled, { type: 'text', text: typed }, env)
  }
}

/** Which of the choices on the screen was meant, by its number or its label; -1: none. */
function chosenOf(form: Form, draft: DraftState, typed: string, env: StepEnv): number {
  const reading = readChoice(
    typed,
    promptOf(form, draft, env).choices.map(label => ({ label })),
  )
  return reading.ok ? reading.value : -1
}

function helpFor(form: Form, draft: DraftState, env: StepEnv): string {
  const words = env.t('conversation.words')
  if (draft.position === review) return `${env.t('conversation.reviewExpects')}\n${words}`
  return `${env.t(`${form.texts}.${draft.position}.help`)}\n${words}`
}
