import { type DraftState, type FileAnswer, review } from './draft.ts'
import type { Answers } from './field.ts'
import { type Form, fieldOf, relevantFields } from './form.ts'
import { notAnAnswer } from './not-an-answer.ts'
import { accept, type Step, stay } from './outcome.ts'
import { says, saysNone } from './say.ts'
import type { StepEnv } from './summary.ts'

export function takeFiles(
  form: Form,
  draft: DraftState,
  input: { files: readonly FileAnswer[]; caption?: string; about?: string },
  env: StepEnv,
): Step {
  const name = filesFieldFor(form, draft, input.about)
  if (name === null) return stay(draft, notAnAnswer(form, draft, 'file', env))
  const sofar = filesIn(draft.answers, name)
  const all = [...sofar, ...input.files.filter(file => !sofar.some(old => old.id === file.id))]
  const names = input.files.map(file => file.name).join(', ')
  const kept = env.t(draft.position === name ? 'conversation.fileTaken' : 'conversation.fileKept', { names })
  return { ...stay(draft, kept), changes: [{ field: name, value: all, typed: '' }] }
}

/** Files sent at another question are kept for the question that asks for them: nothing is lost. */
export function filesFieldFor(form: Form, draft: DraftState, about?: string): string | null {
  const fields = relevantFields(form, draft.answers, draft.params).filter(name => fieldOf(form, name).kind === 'files')
  if (about !== undefined && fields.includes(about)) return about
  if (draft.position !== review && fieldOf(form, draft.position).kind === 'files') return draft.position
  return fields[0] ?? null
}

export function finishFiles(form: Form, draft: DraftState, typed: string, env: StepEnv): Step {
  const name = draft.position
  const sent = filesIn(draft.answers, name)
  if (says(typed, 'done', env) || says(typed, 'keep', env)) {
    if (sent.length > 0) return accept(form, draft, name, sent, '', env)
    if (fieldOf(form, name).isOptional) return accept(form, draft, name, null, '', env)
  }
  if (sent.length === 0 && fieldOf(form, name).isOptional && saysNone(typed, env))
    return accept(form, draft, name, null, '', env)
  return stay(draft, env.t(sent.length > 0 ? 'conversation.finishFiles' : 'conversation.refused.needsFile'))
}

/** Takes one file away by its number, or all; without a number only where there is just one. */
export function removeFile(form: Form, draft: DraftState, n: number | 'all' | undefined, env: StepEnv): Step {
  const settled = { ...draft, pending: null }
  const name = filesFieldFor(form, draft)
  const sent = name === null ? [] : filesIn(draft.answers, name)
  if (name === null || sent.length === 0) return stay(settled, env.t('conversation.noFiles'))
  const gone =
    n === 'all' ? sent : n === undefined && sent.length === 1 ? sent : n === undefined ? [] : sent.slice(n - 1, n)
  if (n === 0 || gone.length === 0) return stay(settled, env.t('conversation.whichFile', { list: fileList(sent) }))
  const left = sent.filter(file => !gone.includes(file))
  const said = env.t('conversation.fileRemoved', { names: gone.map(file => file.name).join(', ') })
  return { ...stay(settled, said), changes: [{ field: name, value: left, typed: '' }] }
}

/** One file a line, with the number by which it is taken away. */
export function fileList(files: readonly FileAnswer[]): string {
  return files.map((file, index) => `${index + 1}. ${file.name}`).join('\n')
}

export function filesIn(answers: Answers, name: string): readonly FileAnswer[] {
  return (answers[name] as readonly FileAnswer[] | null | undefined) ?? []
}
