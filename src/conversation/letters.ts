import type { DraftState } from './draft.ts'
import { review } from './draft.ts'
import { type Form, fieldOf } from './form.ts'
import { plainWords } from './lines.ts'

/** At these questions a bare number is no answer. */
const numberless: ReadonlySet<string> = new Set(['text', 'longText', 'name', 'people', 'link', 'unit', 'files'])

/**
 * Whether the choices on the screen are marked with letters: after «which did you mean?» at a question that a number answers, a number
 * that is typed is a new answer and never the place of a choice.
 */
export function isLettered(form: Form, draft: DraftState): boolean {
  if (!['candidates', 'command', 'amend'].includes(draft.pending?.is ?? '')) return false
  return draft.position !== review && !numberless.has(fieldOf(form, draft.position).kind)
}

const letters = 'abcdefghijklmnopqrstuvwxyz'

/** The mark of a choice, counted from 1. */
export function letterOf(number: number): string {
  return letters[number - 1] ?? ''
}

/** The place (from 0) of the choice whose letter was typed («b», «câu b ạ», «(b)»); -1: no letter. */
export function lettered(typed: string): number {
  const [, letter = ''] =
    /^(?:(?:da|em|toi|chon|lay|cau|y|muc|phuong an|dap an) )*\(?([a-z])[).:]?(?: (?:a|nhe|nha|em|di))*$/.exec(
      plainWords(typed),
    ) ?? []
  return letter === '' ? -1 : letters.indexOf(letter)
}
