import type { CommandWord } from '../reading/command-words.ts'
import { isFormWord } from './commanded.ts'
import { type DraftState, review } from './draft.ts'
import { type Form, fieldOf } from './form.ts'
import { reviewChoiceOf } from './reviewing.ts'
import { envOf, type StepEnv } from './summary.ts'

/** Questions that any words can answer; at all others only what can be read there is an answer. */
const wordy: ReadonlySet<string> = new Set(['text', 'longText', 'name', 'people'])

export function isText(form: Form, { position }: DraftState): boolean {
  return position !== review && wordy.has(fieldOf(form, position).kind)
}

/**
 * Whether the question that is open understands a text by itself: its labels, codes, numbers, yes and no. Such a text is an answer even
 * where it is also the word of something else. Where any words are an answer, none is preferred.
 */
export function understands(form: Form, draft: DraftState, typed: string, env: StepEnv): boolean {
  if (draft.position === review) return reviewChoiceOf(typed, env) !== undefined
  if (isText(form, draft)) return false
  const field = fieldOf(form, draft.position)
  const reading = field.read(typed, envOf(form, draft.position, draft, env))
  // A part of a long name is no answer to be preferred to a command.
  if (reading.ok) return field.kind !== 'unit' || reading.literal
  return reading.kind === 'ask' && (field.kind === 'yesNo' || reading.candidates.length > 0)
}

/** The same of a text that is the word of a command: one that works within the form gives way only to what is read for certain. */
export function isOwnAnswer(form: Form, draft: DraftState, typed: string, word: CommandWord, env: StepEnv): boolean {
  if (!understands(form, draft, typed, env)) return false
  if (draft.position === review || !isFormWord(word)) return true
  return fieldOf(form, draft.position).read(typed, envOf(form, draft.position, draft, env)).ok
}
