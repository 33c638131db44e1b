import type { Vocabulary } from '../reading/vocabulary.ts'
import type { DraftState } from './draft.ts'
import type { Answers, Field, FieldEnv } from './field.ts'
import { type Form, fieldOf, relevantFields } from './form.ts'
import { shortened } from './lines.ts'

/** What a step knows besides the draft. */
export interface StepEnv extends Pick<FieldEnv, 't' | 'today'> {
  /** The longest text that the client of this channel sends in one message: what is longer it cuts. Absent: it cuts nothing. */
  longestTyped?: number
  /** What may be typed for what; absent: the words of the contract. */
  words?: Vocabulary
  /** Whether a text is the code of a record or a target, and nothing else. Absent: none is. */
  isCode?: (typed: string) => boolean
}

/** The lines of the summary: every question of the form with its answer, numbered as «sửa câu N» counts them. */
export function summary(form: Form, draft: DraftState, env: StepEnv): string {
  return relevantFields(form, draft.answers, draft.params)
    .flatMap((name, index) => {
      const field = fieldOf(form, name)
      // What was never asked for is not missing.
      if (field.isAside && !(name in draft.answers)) return []
      const fieldEnv = envOf(form, name, draft, env)
      const label = env.t(`${fieldEnv.texts}.label`)
      return [`${index + 1}. ${label}:${field.isTable ? '\n' : ' '}${shown(field, draft.answers, name, fieldEnv)}`]
    })
    .join('\n')
}

export function envOf(form: Form, field: string, draft: DraftState, env: StepEnv): FieldEnv {
  const { t, today } = env
  return { t, today, texts: `${form.texts}.${field}`, params: draft.params, answers: draft.answers }
}

/** About two lines on a phone. The whole answer is shown where it is changed. */
const shownLength = 100

function shown(field: Field, answers: Answers, name: string, env: FieldEnv): string {
  if (!(name in answers)) return env.t('conversation.notAnswered')
  const value = answers[name]
  if (value === null) return env.t('conversation.skipped')
  const words = field.show(value, env)
  return field.isTable ? words : shortened(words, shownLength)
}
