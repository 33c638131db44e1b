import { createHash, randomInt } from 'node:crypto'
import { MAX_SHORT_ANSWER, normalise } from '../reading/text.ts'

/** No 0/O, 1/I/L: a code is read aloud and typed on a phone. 31 signs. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** A random code in groups of four; 12 signs carry 59 bits. */
export function randomCode(length: number): string {
  const signs = Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length)))
  return signs.map((sign, index) => (index > 0 && index % 4 === 0 ? `-${sign}` : sign)).join('')
}

/** What is stored of a code: enough to recognise it, not to use it. Case, spaces and hyphens do not matter. */
export function hashCode(code: string): string {
  return createHash('sha256')
    .update(code.toUpperCase().replace(/[^0-9A-Z]/g, ''))
    .digest('hex')
}

/**
 * The code in a text as people pass it on: alone, behind «Mã mời:», in `t.me/…?start=CODE` or `…?ma=CODE`, with other dashes, spaces
 * or invisible signs in it, and courtesy around it. Undefined where nothing looks like one, or where two different ones stand.
 */
export function codeIn(text: string): string | undefined {
  if (text.length > MAX_SHORT_ANSWER) return undefined
  const plain = normalise(text).replace(/\p{Pd}|\u2212/gu, '-')
  const linked = /[?&](?:start|startapp|startgroup|ma)=([\w-]{6,64})/i.exec(plain)?.[1]
  if (linked !== undefined) return linked
  const words = plain.split(/[^\p{L}\p{M}\d-]+/u).filter(word => word !== '')
  const found = new Set<string>()
  for (let at = 0; at < words.length; at++) {
    const length = [3, 2, 1].find(count => isCode(words.slice(at, at + count)))
    if (length === undefined) continue
    found.add(
      words
        .slice(at, at + length)
        .join('-')
        .toUpperCase(),
    )
    at += length - 1
  }
  const [code] = found
  return found.size === 1 ? code : undefined
}

/** Groups of four signs, or one word: 12 signs of an invitation, 8 of a second account. */
function isCode(words: readonly string[]): boolean {
  const typed = words.join('-')
  const signs = typed.toUpperCase().replaceAll('-', '')
  const areGroups = words.length === 1 || words.every(word => word.length === 4)
  const isRight = (signs.length === 8 || signs.length === 12) && [...signs].every(sign => alphabet.includes(sign))
  // A word of eight letters is a word; hyphens between groups of four, or a figure, make it a code.
  return areGroups && isRight && (/\d/.test(signs) || (words.length === 1 && /^.{4}-.{4}(?:-.{4})?$/.test(typed)))
}
