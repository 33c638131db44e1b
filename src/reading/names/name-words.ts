import type { Lexicon } from '../lexicon.ts'
import { fold, lower } from '../text.ts'
import type { Token } from '../tokens.ts'

/** The words of a line in which a person's name is looked for: a name's apostrophes and hyphens stay inside its word. */
export function wordsOf(line: string): Token[] {
  return line
    .split(' ')
    .filter(word => /[\p{L}\d]/u.test(word))
    .map(word => {
      const text = lower(word.replace(/[.!?…]+$/, ''))
      return { kind: 'word', text, folded: fold(text), raw: word, glued: false, start: 0, end: 0 }
    })
}

/** Words in small letters, or all in capitals, with Vietnamese capitals; others as typed. */
export function spell(words: readonly Token[]): string {
  const raw = words.map((word, at) => (at === words.length - 1 ? word.raw.replace(/[.!?…]+$/, '') : word.raw))
  const typed = raw.join(' ')
  const isCapitals = typed === typed.toUpperCase() && raw.some(word => word.length > 1) && words.length > 1
  return raw.map(word => (isCapitals || /^\p{Ll}/u.test(word) ? capitalise(word) : word)).join(' ')
}

/** First letter of the word and of its parts after a hyphen or apostrophe. */
function capitalise(word: string): string {
  return word
    .toLowerCase()
    .replace(/(^|[-'’‘ʼ])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
}

export const isSpelled = (word: Token): boolean =>
  /^\p{L}[\p{L}\p{M}'’‘ʼ.-]*$/u.test(word.raw.replace(/[!?…]+$/, '')) && word.raw.length <= 30

export const opensCapital = (word: Token | undefined): boolean => /^\p{Lu}/u.test(word?.raw ?? '')

export const areCapital = (words: readonly Token[]): boolean => words.every(opensCapital)

export const areSmall = (words: readonly Token[]): boolean => !words.some(opensCapital)

/** Whether the phrase found at `at` was typed with its own accents. */
export function isExact(words: readonly Token[], at: number, phrase: string): boolean {
  return phrase.split(' ').every((part, offset) => words[at + offset]?.text === lower(part))
}

interface Found {
  length: number
  isExact: boolean
  phrase: string
}

/** The longest phrase of a list at `at`. */
export function phraseAt(list: Lexicon<string>, words: readonly Token[], at: number): Found | undefined {
  const found = list.find(words, at)
  if (found === undefined) return undefined
  return { length: found.length, isExact: isExact(words, at, found.meaning), phrase: found.meaning }
}
