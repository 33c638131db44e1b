import type { DraftState } from './draft.ts'
import { brokenCheck, type Form, firstOpen } from './form.ts'
import { bareWords } from './lines.ts'
import { type Step, stay, unchanged } from './outcome.ts'
import { says } from './say.ts'
import type { StepEnv } from './summary.ts'

/** The numbered answers of the summary. */
export const reviewChoices = ['send', 'edit', 'later', 'cancel'] as const

/** Which of them was meant, by its number or one of the ways of saying it. */
export function reviewChoiceOf(typed: string, env: StepEnv): (typeof reviewChoices)[number] | undefined {
  return reviewChoices.find((choice, index) => bareWords(typed) === String(index + 1) || says(typed, choice, env))
}

export function answerReview(form: Form, draft: DraftState, typed: string, env: StepEnv): Step {
  switch (reviewChoiceOf(typed, env)) {
    case 'send':
      return submit(form, draft, env)
    case 'edit':
      return { ...unchanged(draft), pending: { is: 'whichQuestion' } }
    case 'later':
      return { ...unchanged(draft), outcome: 'later' }
    case 'cancel':
      return { ...unchanged(draft), pending: { is: 'cancel' } }
    default:
      return stay(draft, env.t('conversation.reviewExpects'))
  }
}

/** Sends only what is whole: an open question or a broken rule is asked first. */
function submit(form: Form, draft: DraftState, env: StepEnv): Step {
  const open = firstOpen(form, draft.answers, draft.params)
  if (open) return { ...stay(draft, env.t('conversation.stillOpen')), position: open }
  const broken = brokenCheck(form, draft.answers, draft.params, env.today)
  if (!broken) return { ...unchanged(draft), outcome: 'submit' }
  return {
    ...stay(draft, env.t(`${form.texts}.${broken.field}.problems.${broken.name}`, broken.params)),
    position: broken.field,
  }
}
