import { type DraftState, review } from './draft.ts'
import { type Form, fieldOf } from './form.ts'
import type { StepEnv } from './summary.ts'

/** What is said to something that answers nothing (sticker, voice, place …): that it is not taken, and what would be. */
export function notAnAnswer(form: Form, draft: DraftState, what: string, { t }: Pick<StepEnv, 't'>): string {
  const said = t(`conversation.other.${what}`)
  // An edit of an older message is told how to correct an answer.
  return what === 'edited' ? said : `${said} ${t(`conversation.takes.${wanted(form, draft)}`)}`
}

function wanted(form: Form, draft: DraftState): 'files' | 'number' | 'words' {
  if (draft.position === review) return 'number'
  const { kind } = fieldOf(form, draft.position)
  if (kind === 'files') return 'files'
  return kind === 'choice' || kind === 'multiChoice' || kind === 'yesNo' ? 'number' : 'words'
}
