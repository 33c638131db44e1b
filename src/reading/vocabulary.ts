import { commandPhrases, phrasesOf } from './command-phrases.ts'
import { Lexicon } from './lexicon.ts'

/** Which words are which command. */
export interface Vocabulary {
  readonly commands: Lexicon<string>
}

/** The words of the contract and those that were declared besides, in the way of command-phrases.ts. The contract's win. */
export function vocabularyWith(declared: Words): Vocabulary {
  return { commands: new Lexicon(phrased(declared), contractWords.commands) }
}

type Words = readonly (readonly [string, readonly string[]])[]

const phrased = (words: Words) => words.map(([command, patterns]) => [command, phrasesOf(patterns).join('|')] as const)

export const contractWords: Vocabulary = { commands: new Lexicon<string>(phrased(commandPhrases)) }
