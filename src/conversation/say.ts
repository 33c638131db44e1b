import { hasNothingToGive } from '../reading/nothing-to-give.ts'
import type { Translate } from '../texts.ts'
import { bareWords, plainWords } from './lines.ts'

type Word =
  | 'yes'
  | 'no'
  | 'asIs'
  | 'done'
  | 'keep'
  | 'send'
  | 'handIn'
  | 'edit'
  | 'later'
  | 'cancel'
  | 'nothing'
  | 'none'
  | 'courtesy'

/** No way of saying one of these words is longer; a longer text is not looked at. */
const longest = 60

const known = new WeakMap<Translate, Map<Word, ReadonlySet<string>>>()

/** Whether the text is one of the ways of saying a word (`conversation.say.<word>`, separated by «|»). */
export function says(typed: string, word: Word, env: { t: Translate }): boolean {
  if (typed.length > longest) return false
  const ways = waysOf(word, env.t)
  return ways.has(plainWords(typed)) || ways.has(bareWords(typed))
}

/** Whether the text says that there is none of what is asked for: an answer only where a question may be left out. */
export function saysNone(typed: string, env: { t: Translate }): boolean {
  return says(typed, 'none', env) || hasNothingToGive(typed)
}

function waysOf(word: Word, t: Translate): ReadonlySet<string> {
  const words = known.get(t) ?? new Map<Word, ReadonlySet<string>>()
  known.set(t, words)
  const ways = words.get(word) ?? new Set(t(`conversation.say.${word}`).split('|').map(plainWords))
  words.set(word, ways)
  return ways
}
