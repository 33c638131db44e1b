import { accentsWithin, fold, lower } from './text.ts'
import type { Token } from './tokens.ts'

interface Word {
  readonly text: string
  readonly folded: string
}

interface Found<Meaning> {
  readonly meaning: Meaning
  readonly length: number
  /** With all its accents. */
  readonly isExact: boolean
  /** With some of them on a word, and not all: «máy» for «mấy». */
  readonly isMisspelt: boolean
}

/** What `accentsWithin` says, without taking words apart where both are the same or one has no accents at all. */
const isWithin = (typed: Word, word: Word): boolean =>
  typed.folded === word.folded &&
  (typed.text === word.text || typed.text === typed.folded || accentsWithin(typed.text, word.text))

/** Phrases of one or more words with a meaning each; found in tokens with accents optional, the longest phrase first. */
export class Lexicon<Meaning> {
  readonly #byFirstWord = new Map<string, { words: Word[]; meaning: Meaning }[]>()

  /** Keys of `entries` are meanings, values are phrases separated by «|». Earlier entries win among equally long ones, and `base` over all. */
  constructor(entries: readonly (readonly [Meaning, string])[], base?: Lexicon<Meaning>) {
    if (base) for (const [first, list] of base.#byFirstWord) this.#byFirstWord.set(first, [...list])
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

  /** The longest phrase that starts at token `at`. */
  find(tokens: readonly Token[], at: number): Found<Meaning> | undefined {
    const first = tokens[at]
    if (first === undefined) return undefined
    let found: Found<Meaning> | undefined
    for (const { words, meaning } of this.#byFirstWord.get(first.folded) ?? []) {
      if (found !== undefined && words.length < found.length) break
      const fits = words.every((word, offset) => {
        const token = tokens[at + offset]
        return token !== undefined && isWithin(token, word)
      })
      if (!fits) continue
      const others = words.flatMap(({ text }, offset) => {
        const token = tokens[at + offset]
        return token === undefined || token.text === text ? [] : [token]
      })
      const isExact = others.length === 0
      // «dôi» is itself before it is «đổi» without its accents.
      if (isExact) return { meaning, length: words.length, isExact, isMisspelt: false }
      const isMisspelt = others.some(({ text, folded }) => text !== folded)
      found ??= { meaning, length: words.length, isExact, isMisspelt }
    }
    return found
  }

  /** The meaning of all tokens together, if they are exactly one phrase. */
  whole(tokens: readonly Token[]): Meaning | undefined {
    const found = this.find(tokens, 0)
    return found?.length === tokens.length ? found.meaning : undefined
  }
}
