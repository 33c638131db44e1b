import { type DraftState, review } from './draft.ts'
import { type Form, fieldOf, relevantFields } from './form.ts'
import { noteOn, offeredFor } from './returned.ts'
import { reviewChoices } from './reviewing.ts'
import { envOf, type StepEnv, summary } from './summary.ts'

/** What the person is asked now. `choices` are numbered from 1; `words` are always-available words worth a button. */
export interface Prompt {
  title: string
  text: string
  choices: readonly string[]
  words: readonly PromptWord[]
}

export type PromptWord = 'all' | 'back' | 'skip' | 'keep' | 'done' | 'later'

export function promptOf(form: Form, draft: DraftState, env: StepEnv): Prompt {
  const { t } = env
  if (draft.pending) return pendingPrompt(form, draft, env)
  if (draft.position === review) {
    return {
      title: t(`${form.texts}.review`),
      text: `${summary(form, draft, env)}\n\n${t('conversation.reviewAsk')}`,
      choices: reviewChoices.map(choice => t(`conversation.reviewChoices.${choice}`)),
      words: [],
    }
  }
  return questionPrompt(form, draft, env)
}

function questionPrompt(form: Form, draft: DraftState, env: StepEnv): Prompt {
  const { t } = env
  const name = draft.position
  const field = fieldOf(form, name)
  const fieldEnv = envOf(form, name, draft, env)
  const asked = relevantFields(form, draft.answers, draft.params)
  const number = asked.indexOf(name) + 1
  const kept = draft.answers[name] ?? offeredFor(field, name, draft.params)
  const note = noteOn(name, draft.params)
  const lines = [...(note ? [t('conversation.note', { note })] : []), t(`${fieldEnv.texts}.ask`, draft.params)]
  if (kept !== null) {
    const key = field.kind === 'files' ? 'conversation.presentFiles' : 'conversation.present'
    lines.push(t(key, { value: field.show(kept, fieldEnv) }))
  }
  if (field.isOptional && kept === null) lines.push(t('conversation.optional'))
  return {
    title: asked.length > 1 ? t('conversation.question', { number, last: asked.length }) : t(`${form.texts}.review`),
    text: lines.join('\n'),
    choices: field.options?.(fieldEnv) ?? [],
    words: [
      ...(field.kind === 'multiChoice' ? ['all' as const] : []),
      ...(kept !== null ? [field.kind === 'files' ? ('done' as const) : ('keep' as const)] : []),
      ...(field.isOptional && kept === null ? ['skip' as const] : []),
      ...(number > 1 ? ['back' as const] : []),
      'later',
    ],
  }
}

function pendingPrompt(form: Form, draft: DraftState, env: StepEnv): Prompt {
  const { t } = env
  switch (draft.pending?.is) {
    case 'candidates': {
      const field = fieldOf(form, draft.position)
      const fieldEnv = envOf(form, draft.position, draft, env)
      const choices = draft.pending.values.map(value =>
        field.show(field.decode ? field.decode(value) : value, fieldEnv),
      )
      return { title: '', text: t('conversation.whichReading'), choices, words: ['back'] }
    }
    case 'more':
      return { title: '', text: t('conversation.moreToCome'), choices: [], words: ['done'] }
    case 'cancel':
      return {
        title: '',
        text: t('conversation.cancelAsk'),
        choices: [t('conversation.cancelYes'), t('conversation.cancelNo')],
        words: [],
      }
    default:
      return { title: '', text: t('conversation.whichQuestion'), choices: [], words: ['back'] }
  }
}
