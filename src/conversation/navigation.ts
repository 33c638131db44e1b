import { type DraftState, review } from './draft.ts'
import { type Form, fieldOf, isAnswered, relevantFields } from './form.ts'
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

/** Leaves an optional question out, also when it had an answer; keeps the answer of one that needs it; says what it did. */
export function skip(form: Form, draft: DraftState, env: StepEnv): Step {
  if (draft.position === review) return stay(draft, env.t('conversation.reviewExpects'))
  const name = draft.position
  const settled = { ...draft, pending: null }
  const kept = draft.answers[name] ?? null
  const { isOptional, kind } = fieldOf(form, name)
  // «Bỏ qua» after sending files means that no more are coming.
  if (kind === 'files' && Array.isArray(kept) && kept.length > 0)
    return accept(form, settled, name, kept, '', env, [env.t('conversation.keptFiles')])
  if (isOptional) return leaveOut(form, settled, name, env)
  if (isAnswered(form, name, draft.answers))
    return accept(form, settled, name, kept, '', env, [env.t('conversation.keptAnswer')])
  return stay(settled, env.t('conversation.cannotSkip'))
}

/** Takes the answer of question `n` away, or of the present one: only where it may be left out. */
export function clear(form: Form, draft: DraftState, n: number | undefined, env: StepEnv): Step {
  const settled = { ...draft, pending: null }
  const asked = relevantFields(form, draft.answers, draft.params)
  const name = n === undefined ? draft.position : asked[n - 1]
  if (n !== undefined && name === undefined)
    return stay(settled, env.t('conversation.noSuchQuestion', { n, last: asked.length }))
  if (name === undefined || name === review) return stay(settled, env.t('conversation.clearWhich'))
  if (!fieldOf(form, name).isOptional)
    return stay(settled, env.t('conversation.cannotClear', { n: asked.indexOf(name) + 1 }))
  return leaveOut(form, settled, name, env)
}

function leaveOut(form: Form, draft: DraftState, name: string, env: StepEnv): Step {
  const had = draft.answers[name] ?? null
  const n = relevantFields(form, draft.answers, draft.params).indexOf(name) + 1
  const said = had === null ? [] : [env.t('conversation.answerCleared', { n })]
  if (name === draft.position) return accept(form, draft, name, null, '', env, said)
  return { ...stay(draft, ...said), changes: [{ field: name, value: null, typed: '' }] }
}

export function edit(form: Form, draft: DraftState, n: number | undefined, env: StepEnv): Step {
  const asked = relevantFields(form, draft.answers, draft.params)
  if (n === undefined) return { ...stay(draft, summary(form, draft, env)), pending: { is: 'whichQuestion' } }
  const name = asked[n - 1]
  if (name === undefined)
    return stay({ ...draft, pending: null }, env.t('conversation.noSuchQuestion', { n, last: asked.length }))
  return { ...unchanged({ ...draft, pending: null }), position: name }
}
