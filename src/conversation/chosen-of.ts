import type { DraftState } from './draft.ts'
import type { Form } from './form.ts'
import { isLettered, lettered } from './letters.ts'
import { plainWords } from './lines.ts'
import { offeredOf } from './offered.ts'
import { type Step, stay } from './outcome.ts'
import { promptOf } from './prompt.ts'
import { says } from './say.ts'
import type { StepEnv } from './summary.ts'

/** Which of the choices on the screen was meant, by its mark or its label; -1: none. */
export function chosenOf(form: Form, draft: DraftState, typed: string, env: StepEnv): number {
  const labels = promptOf(form, draft, env).choices
  if (isLettered(form, draft)) {
    const byLabel = labels.findIndex(label => plainWords(label) === plainWords(typed))
    return byLabel >= 0 ? byLabel : lettered(typed)
  }
  return offeredOf(typed, labels)
}

/** «Có», «thôi» to «are you sure?». */
export function saidYesOrNo(form: Form, draft: DraftState, typed: string, env: StepEnv): number {
  const chosen = chosenOf(form, draft, typed, env)
  return chosen >= 0 ? chosen : says(typed, 'yes', env) ? 0 : says(typed, 'no', env) ? 1 : -1
}

/** A bare yes or no to «this or that?» chooses neither, and is no answer to the question behind it. */
export const pickOne = (draft: DraftState, typed: string, env: StepEnv): Step | null =>
  says(typed, 'yes', env) || says(typed, 'no', env) ? stay(draft, env.t('conversation.pickOne')) : null
