/** What a text of Zalo must not say again. */
export interface Hidden {
  /** Tokens, codes, keys: hidden whole and in pieces. */
  readonly secrets: readonly string[]
  /** What was asked for, whose words Zalo may quote back: each word of it is hidden. */
  readonly quotes?: readonly string[]
}

const mostCharacters = 200
const shortestPiece = 8

/**
 * Zalo's own words in one line that may be logged: without the secrets of the call, the words of its message, anything
 * that looks like a token, a phone number or an e-mail address. At most 200 characters.
 */
export function redacted(text: string, { secrets, quotes = [] }: Hidden): string | null {
  const quoted = new Set(quotes.flatMap(each => each.toLowerCase().match(word) ?? []))
  const known = secrets.filter(secret => secret.length > 0)
  let line = text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim()
  for (const secret of known) line = line.replaceAll(secret, '…').replaceAll(encodeURIComponent(secret), '…')
  line = line
    .replace(/\S+@\S+\.\S+/g, '…')
    .replace(/[\w\-.~+/=%]{20,}/g, '…')
    .replace(/\+?\d[\d\s.()-]{6,}\d/g, '…')
    .replace(word, found => {
      const isPiece = found.length >= shortestPiece && known.some(secret => secret.includes(found))
      return isPiece || quoted.has(found.toLowerCase()) ? '…' : found
    })
  return line === '' ? null : line.slice(0, mostCharacters)
}

const word = /[\p{L}\p{N}_-]{2,}/gu
