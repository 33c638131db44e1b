import { commandPhrases, phrasesOf } from './command-phrases.ts'
import { Lexicon } from './lexicon.ts'

/** Which words are which command. */
export interface Vocabulary {
  readonly commands: Lexicon<string>
}

/** The words of the contract and those that were declared besides, in the way of command-phrases.ts. The contract's win. */
export function vocabularyWith(declared: readonly (readonly [string, readonly string[]])[]): Vocabulary {
  const all = [...commandPhrases, ...declared]
  return { commands: new Lexicon(all.map(([command, patterns]) => [command, phrasesOf(patterns).join('|')])) }
}

export const contractWords: Vocabulary = vocabularyWith([])
