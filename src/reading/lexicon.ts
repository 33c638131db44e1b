import { accentsWithin, fold, lower } from './text.ts'
import type { Token } from './tokens.ts'

interface Word {
  readonly text: string
  readonly folded: string
}

/** What `accentsWithin` says, without taking words apart where both are the same or one has no accents at all. */
const isWithin = (typed: Word, word: Word): boolean =>
  typed.folded === word.folded &&
  (typed.text === word.text || typed.text === typed.folded || accentsWithin(typed.text, word.text))

/** Phrases of one or more words with a meaning each; found in tokens with accents optional, the longest phrase first. */
export class Lexicon<Meaning> {
  readonly #byFirstWord = new Map<string, { words: Word[]; meaning: Meaning }[]>()

  /** Keys of `entries` are meanings, values are phrases separated by «|». Earlier entries win among equally long ones. */
  constructor(entries: readonly (readonly [Meaning, string])[]) {
    for (const [meaning, phrases] of entries) {
      for (const phrase of phrases.split('|')) this.#add(meaning, phrase)
    }
    for (const list of this.#byFirstWord.values()) list.sort((a, b) => b.words.length - a.words.length)
  }

  #add(meaning: Meaning, phrase: string): void {
    const words = lower(phrase)
      .split(' ')
      .map(text => ({ text, folded: fold(text) }))
    const key = words[0]?.folded ?? ''
    const list = this.#byFirstWord.get(key) ?? []
    list.push({ words, meaning })
    this.#byFirstWord.set(key, list)
  }

  /** Whether some phrase begins with this word (as `fold` gives it). Where none does, `find` finds nothing. */
  opens(folded: string): boolean {
    return this.#byFirstWord.has(folded)
  }

  /** The longest phrase that starts at token `at`; `isExact`: with all its accents. */
  find(tokens: readonly Token[], at: number): { meaning: Meaning; length: number; isExact: boolean } | undefined {
    const first = tokens[at]
    if (first === undefined) return undefined
    for (const { words, meaning } of this.#byFirstWord.get(first.folded) ?? []) {
      const fits = words.every((word, offset) => {
        const token = tokens[at + offset]
        return token !== undefined && isWithin(token, word)
      })
      if (!fits) continue
      const isExact = words.every(({ text }, offset) => tokens[at + offset]?.text === text)
      return { meaning, length: words.length, isExact }
    }
    return undefined
  }

  /** The meaning of all tokens together, if they are exactly one phrase. */
  whole(tokens: readonly Token[]): Meaning | undefined {
    const found = this.find(tokens, 0)
    return found?.length === tokens.length ? found.meaning : undefined
  }
}
