import { readCommandWord } from '../reading/command-words.ts'
import { type DraftState, review } from './draft.ts'
import { type Form, fieldOf } from './form.ts'
import { shortened } from './lines.ts'
import { type Step, stay, type TakeText } from './outcome.ts'
import { understands } from './own-answer.ts'
import { says } from './say.ts'
import type { StepEnv } from './summary.ts'

/**
 * What was written under a picture, after the files were taken: the answer to the question that is open, where that asks for words. Where
 * it asks for files or nothing, only its own words count, and anything else is said not to be kept.
 */
export function takeCaption(
  form: Form,
  draft: DraftState,
  taken: Step,
  caption: string,
  env: StepEnv,
  takeText: TakeText,
): Step {
  const answers = { ...draft.answers }
  for (const change of taken.changes) answers[change.field] = change.value
  const now: DraftState = { ...draft, position: taken.position, pending: taken.pending, answers }
  const step = isExpected(form, now, caption, env)
    ? takeText(form, now, caption, env)
    : stay(now, env.t('conversation.captionUnused', { caption: shortened(caption, quoted) }))
  const isText = step.changes.some(change => change.value === caption)
  const said = isText ? [env.t('conversation.captionAnswers', { caption: shortened(caption, quoted) })] : []
  return { ...step, changes: [...taken.changes, ...step.changes], said: [...taken.said, ...said, ...step.said] }
}

const quoted = 160

function isExpected(form: Form, draft: DraftState, caption: string, env: StepEnv): boolean {
  if (draft.position !== review && fieldOf(form, draft.position).kind !== 'files') return true
  return (
    readCommandWord(caption, env.words) !== null || says(caption, 'done', env) || understands(form, draft, caption, env)
  )
}
