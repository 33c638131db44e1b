import { Lexicon } from './lexicon.ts'
import type { Token } from './tokens.ts'

const LEADING = new Lexicon([
  [
    true,
    'dạ|vâng|vâng ạ|thưa|ạ|anh|chị|em|tôi|mình|anh chị|sếp|bot|ad|admin|ơi|xin|xin phép|cho em|cho tôi|hi|chào|kính thưa|kính gửi|kính chào|dạ kính',
  ],
])
const TRAILING = new Lexicon([
  [
    true,
    'ạ|á|nhé|nhá|nha|nhe|nhen|nghen|hen|nè|với|giúp em|giúp tôi|giúp anh|giúp chị|em|anh|chị|sếp|bot|ơi|luôn|dạ|c nhé|c nha|c ạ|c ơi|nhé c|ạ c|nha c|nhe c|r c|rồi c|a nhé|e nhé|nì|hỉ',
  ],
  ...['bác', 'chú', 'thầy', 'cháu'].map(
    whom => [true, `${whom} ạ|${whom} nhé|${whom} ơi|ạ ${whom}|nhé ${whom}`] as const,
  ),
])
const PUNCTUATION = new Set(['.', '!', ',', ':', ';', '…'])

/**
 * Takes words of courtesy and closing punctuation off both ends. A question mark stays: it is doubt, not courtesy.
 * When nothing else is there the result is empty.
 */
export function withoutCourtesy(tokens: readonly Token[]): Token[] {
  let from = 0
  let to = tokens.length
  for (;;) {
    const found = LEADING.find(tokens, from)
    if (found !== undefined) from += found.length
    else if (from < to && PUNCTUATION.has(tokens[from]?.text ?? '') && !opensNumber(tokens, from)) from += 1
    else break
  }
  for (;;) {
    const two = to - 2 >= from ? TRAILING.whole(tokens.slice(to - 2, to)) : undefined
    const one = to - 1 >= from ? TRAILING.whole(tokens.slice(to - 1, to)) : undefined
    // «1a» is no 1 with courtesy; «1ạ» is.
    const isLetterOfNumber = tokens[to - 1]?.text === 'a' && tokens[to - 1]?.glued === true
    if (isLetterOfNumber) break
    if (two === true) to -= 2
    else if (one === true || (to > from && PUNCTUATION.has(tokens[to - 1]?.text ?? ''))) to -= 1
    else break
  }
  return tokens.slice(from, to)
}

/** «,5» and «.5»: the sign belongs to the number behind it. */
export const opensNumber = (tokens: readonly Token[], at: number): boolean =>
  /^[.,]$/.test(tokens[at]?.text ?? '') && tokens[at + 1]?.kind === 'number' && tokens[at + 1]?.glued === true
