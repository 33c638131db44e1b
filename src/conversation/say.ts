import { sameWords } from '../reading/text.ts'
import type { StepEnv } from './summary.ts'

/** Whether the text is one of the ways of saying a word (`conversation.say.<word>`, separated by «|»). */
export function says(
  typed: string,
  word: 'done' | 'keep' | 'send' | 'edit' | 'later' | 'cancel',
  env: Pick<StepEnv, 't'>,
): boolean {
  return env
    .t(`conversation.say.${word}`)
    .split('|')
    .some(way => sameWords(typed, way))
}
