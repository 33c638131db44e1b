import { fold, lower, normalise, PLAIN } from './text.ts'

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
  /** Where it begins and ends in the normalised text (UTF-16 units). */
  readonly start: number
  readonly end: number
}

/** Signs that carry meaning of their own stay; every other picture is decoration. */
const SPEAKING_PICTURES = new Set(['💯', '🔟', '👎', '❌', '❓', '❔', '⁉', '‼', '🚫', '⛔', '©', '®', '™'])

/** The answer that was split last: several readers look at one answer in turn. */
let latest: { text: string; tokens: readonly Token[] } = { text: '', tokens: [] }
/** The one before it: a word of the menu is looked for in variants of the answer. */
let previous = latest

/** Splits a typed answer. Pictures that only decorate («12 👍») are left out. Linear in the length. */
export function tokenise(text: string): readonly Token[] {
  if (text === latest.text) return latest.tokens
  const again = previous.text === text ? previous : { text, tokens: split(normalise(text)) }
  previous = latest
  latest = again
  return latest.tokens
}

function split(plain: string): Token[] {
  const shown = PLAIN.test(plain)
    ? plain
    : plain.replace(/\p{Extended_Pictographic}[\u{1F3FB}-\u{1F3FF}]?/gu, picture =>
        SPEAKING_PICTURES.has(picture) ? picture : ' '.repeat(picture.length),
      )
  const pieces = shown === plain && PLAIN.test(plain) ? PLAIN_PIECES : PIECES
  const tokens: Token[] = []
  let end = 0
  pieces.lastIndex = 0
  for (let match = pieces.exec(shown); match !== null; match = pieces.exec(shown)) {
    const [raw] = match
    const { kind, text, folded } = wordOf(raw)
    const start = match.index
    const glued = start === end && end > 0
    end = start + raw.length
    tokens.push({ kind, text, folded, raw, glued, start, end })
  }
  return tokens
}

const PIECES = /\d+(?:[.,]\d+)*|\p{L}[\p{L}\p{M}]*|\S/gu
/** The same for what is `PLAIN`. */
const PLAIN_PIECES = /\d+(?:[.,]\d+)*|[A-Za-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u024F\u1E00-\u1EFF]+|[!-~\u00D7\u00F7]/g

type Word = Omit<Token, 'glued' | 'start' | 'end'>

/** Vietnamese has some seven thousand syllables, and people use a few hundred of them. */
const known = new Map<string, Word>()
const KNOWN_AT_MOST = 4_000
const LONGEST_KNOWN = 12

function wordOf(raw: string): Word {
  const found = known.get(raw)
  if (found) return found
  const text = lower(raw)
  const kind = /^\d/.test(raw) ? 'number' : /^\p{L}/u.test(raw) ? 'word' : 'sign'
  const word: Word = { kind, text, folded: fold(text), raw }
  if (kind === 'number' || raw.length > LONGEST_KNOWN) return word
  if (known.size >= KNOWN_AT_MOST) known.clear()
  known.set(raw, word)
  return word
}
