import { withoutCourtesy } from '../reading/courtesy.ts'
import { fold, normalise } from '../reading/text.ts'
import { tokenise } from '../reading/tokens.ts'

/** Each line tidied, ends trimmed, at most one empty line between two. */
export function tidyLines(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map(normalise)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** A text as it is quoted back: on one line, and not all of a long one. */
export function shortened(text: string, length: number): string {
  const line = text.replaceAll('\n', ' ')
  if (line.length <= length) return line
  const characters = [...line]
  return characters.length > length ? `${characters.slice(0, length).join('')}…` : line
}

/** The words of a text for comparing: accents and case aside. */
export function plainWords(text: string): string {
  return fold(normalise(text))
}

/** The same without words of courtesy around it. */
export function bareWords(text: string): string {
  if (latest.text !== text) {
    const words = withoutCourtesy(tokenise(normalise(text))).map(token => token.folded)
    latest = { text, words: words.join(' ') }
  }
  return latest.words
}

/** The text that was looked at last: one after another asks what it says. */
let latest = { text: '', words: '' }
