import type { CommandWord } from '../reading/command-words.ts'
import { type DraftState, review } from './draft.ts'
import { removeFile } from './files-question.ts'
import { type Form, fieldOf } from './form.ts'
import { back, clear, edit, skip } from './navigation.ts'
import { type Step, stay, unchanged } from './outcome.ts'
import { type StepEnv, summary } from './summary.ts'

/** Words that belong to the form being filled; all others lead out of it. */
const formWords: ReadonlySet<string> = new Set<CommandWord['command']>([
  'back',
  'skip',
  'edit',
  'clear',
  'clearQuestion',
  'removeFile',
  'review',
  'later',
  'cancel',
  'help',
])

/** The command that a bare code may be: it leads out of the form to what the code names. */
export const opensCode = 'code'

export function isFormWord({ command }: CommandWord): boolean {
  return formWords.has(command)
}

/** Carries a command out. */
export function obey(form: Form, draft: DraftState, word: CommandWord, env: StepEnv): Step {
  switch (word.command) {
    case 'back':
      return back(form, draft, env)
    case 'skip':
      return skip(form, draft, env)
    case 'edit':
      return edit(form, draft, word.n, env)
    case 'clear':
      return isAtFiles(form, draft) ? removeFile(form, draft, word.n ?? 'all', env) : clear(form, draft, word.n, env)
    case 'clearQuestion':
      return clear(form, draft, word.n, env)
    case 'removeFile':
      return removeFile(form, draft, word.n, env)
    case 'review':
      return stay({ ...draft, pending: null }, summary(form, draft, env))
    case 'later':
      return { ...unchanged({ ...draft, pending: null }), outcome: 'later' }
    case 'cancel':
      return { ...unchanged(draft), pending: { is: 'cancel' } }
    case 'help':
      return stay(draft, helpFor(form, draft, env))
    default:
      return { ...unchanged({ ...draft, pending: null }), outcome: 'leaves', leaves: word }
  }
}

function isAtFiles(form: Form, { position }: DraftState): boolean {
  return position !== review && fieldOf(form, position).kind === 'files'
}

function helpFor(form: Form, draft: DraftState, env: StepEnv): string {
  const words = env.t('conversation.words')
  if (draft.position === review) return `${env.t('conversation.reviewExpects')}\n${words}`
  return `${env.t(`${form.texts}.${draft.position}.help`)}\n${words}`
}
