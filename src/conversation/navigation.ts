import { type DraftState, review } from './draft.ts'
import { type Form, fieldOf, relevantFields } from './form.ts'
import { accept, type Step, stay, unchanged } from './outcome.ts'
import { type StepEnv, summary } from './summary.ts'

export function back(form: Form, draft: DraftState, env: StepEnv): Step {
  if (draft.pending) return stay({ ...draft, pending: null })
  const asked = relevantFields(form, draft.answers, draft.params)
  const at = draft.position === review ? asked.length : asked.indexOf(draft.position)
  const previous = asked[at - 1]
  if (previous === undefined) return stay(draft, env.t('conversation.atFirst'))
  return { ...unchanged(draft), position: previous }
}

/** Leaves an optional question out, keeps an answer that is there, and explains when neither is possible. */
export function skip(form: Form, draft: DraftState, env: StepEnv): Step {
  if (draft.position === review) return stay(draft, env.t('conversation.reviewExpects'))
  const name = draft.position
  const settled = { ...draft, pending: null }
  const kept = draft.answers[name]
  if (name in draft.answers && kept !== null) return accept(form, settled, name, kept, '', env)
  if (fieldOf(form, name).isOptional) return accept(form, settled, name, null, '', env)
  return stay(settled, env.t('conversation.cannotSkip'))
}

export function edit(form: Form, draft: DraftState, n: number | undefined, env: StepEnv): Step {
  const asked = relevantFields(form, draft.answers, draft.params)
  if (n === undefined) return { ...stay(draft, summary(form, draft, env)), pending: { is: 'whichQuestion' } }
  const name = asked[n - 1]
  if (name === undefined)
    return stay({ ...draft, pending: null }, env.t('conversation.noSuchQuestion', { n, last: asked.length }))
  return { ...unchanged({ ...draft, pending: null }), position: name }
}
