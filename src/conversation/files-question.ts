import { type DraftState, type FileAnswer, review } from './draft.ts'
import type { Answers } from './field.ts'
import { type Form, fieldOf, relevantFields } from './form.ts'
import { accept, type Step, stay } from './outcome.ts'
import { says } from './say.ts'
import type { StepEnv } from './summary.ts'

export function takeFiles(
  form: Form,
  draft: DraftState,
  input: { files: readonly FileAnswer[]; caption?: string },
  env: StepEnv,
): Step {
  const name = filesFieldFor(form, draft)
  if (name === null) return stay(draft, env.t('conversation.other.file'))
  const sofar = filesIn(draft.answers, name)
  const all = [...sofar, ...input.files.filter(file => !sofar.some(old => old.id === file.id))]
  const names = input.files.map(file => file.name).join(', ')
  const kept = env.t(draft.position === name ? 'conversation.fileTaken' : 'conversation.fileKept', { names })
  return { ...stay(draft, kept), changes: [{ field: name, value: all, typed: '' }] }
}

/** Files sent at another question are kept for the question that asks for them: nothing is lost. */
function filesFieldFor(form: Form, draft: DraftState): string | null {
  if (draft.position !== review && fieldOf(form, draft.position).kind === 'files') return draft.position
  return relevantFields(form, draft.answers, draft.params).find(name => fieldOf(form, name).kind === 'files') ?? null
}

export function finishFiles(form: Form, draft: DraftState, typed: string, env: StepEnv): Step {
  const name = draft.position
  const sent = filesIn(draft.answers, name)
  if (says(typed, 'done', env) || says(typed, 'keep', env)) {
    if (sent.length > 0) return accept(form, draft, name, sent, '', env)
    if (fieldOf(form, name).isOptional) return accept(form, draft, name, null, '', env)
  }
  return stay(draft, env.t(sent.length > 0 ? 'conversation.finishFiles' : 'conversation.refused.needsFile'))
}

function filesIn(answers: Answers, name: string): readonly FileAnswer[] {
  return (answers[name] as readonly FileAnswer[] | null | undefined) ?? []
}
