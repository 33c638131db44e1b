import { createHash, randomInt } from 'node:crypto'

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

/** Whether a text could be such a code, so that it may be typed without a command. */
export function looksLikeCode(text: string): boolean {
  const signs = text.trim().toUpperCase().replace(/[\s-]/g, '')
  return (
    (signs.length === 8 || signs.length === 12) &&
    [...signs].every(sign => alphabet.includes(sign)) &&
    /\d/.test(signs + (text.includes('-') ? '2' : ''))
  )
}
