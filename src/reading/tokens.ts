import { fold, lower, normalise } from './text.ts'

/** A run of digits with inner dots and commas, a word, or one sign. */
export interface Token {
  readonly kind: 'number' | 'word' | 'sign'
  /** Lower case, one placement of tone marks. */
  readonly text: string
  readonly folded: string
  /** As typed (normalised). */
  readonly raw: string
  /** No space before it. */
  readonly glued: boolean
}

/** Signs that carry meaning of their own stay; every other picture is decoration. */
const SPEAKING_PICTURES = new Set(['💯', '🔟', '👎', '❌', '❓', '❔', '⁉', '‼', '🚫', '⛔', '©', '®', '™'])

/** Splits a typed answer. Pictures that only decorate («12 👍») are left out. Linear in the length. */
export function tokenise(text: string): Token[] {
  const plain = normalise(text).replace(/\p{Extended_Pictographic}[\u{1F3FB}-\u{1F3FF}]?/gu, picture =>
    SPEAKING_PICTURES.has(picture) ? picture : ' ',
  )
  const tokens: Token[] = []
  let end = 0
  for (const match of plain.matchAll(/\d+(?:[.,]\d+)*|\p{L}[\p{L}\p{M}]*|\S/gu)) {
    const raw = match[0]
    const text = lower(raw)
    const kind = /^\d/.test(raw) ? 'number' : /^\p{L}/u.test(raw) ? 'word' : 'sign'
    tokens.push({ kind, text, folded: fold(text), raw, glued: match.index === end && end > 0 })
    end = match.index + raw.length
  }
  return tokens
}
