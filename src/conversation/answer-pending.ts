import { readCommandWord } from '../reading/command-words.ts'
import { answerField } from './answering.ts'
import { chosenOf, pickOne, saidYesOrNo } from './chosen-of.ts'
import { obey } from './commanded.ts'
import { type DraftState, type Pending, review } from './draft.ts'
import { type Form, fieldOf } from './form.ts'
import { answerRest } from './in-pieces.ts'
import { edit } from './navigation.ts'
import { accept, type Step, stay, type TakeText, unchanged } from './outcome.ts'
import { isText } from './own-answer.ts'
import { says } from './say.ts'
import { envOf, type StepEnv } from './summary.ts'

/** What becomes of the question on the screen; null: the text is none of its choices. `takeText`: for what was typed before it. */
export function answerPending(
  form: Form,
  draft: DraftState,
  pending: Pending,
  typed: string,
  env: StepEnv,
  takeText: TakeText,
): Step | null {
  const settled = { ...draft, pending: null }
  switch (pending.is) {
    case 'candidates': {
      const stored = draft.position === review ? undefined : pending.values[chosenOf(form, draft, typed, env)]
      if (stored === undefined) return null
      const field = fieldOf(form, draft.position)
      const value = field.decode ? field.decode(stored) : stored
      const shown = field.show(value, envOf(form, draft.position, draft, env))
      return accept(form, settled, draft.position, value, typed, env, [
        env.t('conversation.understood', { value: shown }),
      ])
    }
    case 'command': {
      const chosen = chosenOf(form, draft, typed, env)
      if (chosen === 0) return obey(form, settled, pending.word, env)
      if (chosen === 1) return isText(form, settled) ? answerField(form, settled, pending.typed, env) : stay(settled)
      return pickOne(draft, typed, env)
    }
    case 'cancel': {
      const chosen = saidYesOrNo(form, draft, typed, env)
      if (chosen === 0) return { ...unchanged(settled), outcome: 'cancelled' }
      return chosen === 1 ? stay(settled) : null
    }
    case 'whichQuestion': {
      const chosen = chosenOf(form, draft, typed, env)
      const n = chosen >= 0 ? chosen + 1 : readCommandWord(`sửa ${typed}`)?.n
      return n === undefined ? null : edit(form, settled, n, env)
    }
    case 'rest':
      return answerRest(form, draft, pending, typed, env, takeText)
    case 'thin': {
      const chosen = chosenOf(form, draft, typed, env)
      if (chosen === 0 || says(typed, 'yes', env) || says(typed, 'asIs', env))
        return answerField(form, settled, pending.typed, env, { isSaidAgain: true })
      return chosen === 1 ? stay(settled) : null
    }
    case 'amend': {
      const chosen = chosenOf(form, draft, typed, env)
      if (chosen === 0) return answerField(form, { ...settled, position: pending.field }, pending.typed, env)
      return chosen === 1 ? takeText(form, settled, pending.typed, env) : pickOne(draft, typed, env)
    }
    case 'asked':
    case 'tooLong':
      return null
    case 'more': {
      if (!says(typed, 'done', env)) return null
      const sofar = String(draft.answers[draft.position] ?? '')
      return accept(form, settled, draft.position, sofar, sofar, env)
    }
  }
}
