import type { JsonValue } from './json-value.ts'

/**
 * Parses JSON without ever rounding an id: an integer literal that a double cannot hold exactly becomes a string with
 * its digits. Zalo documents ids as strings, but they lie above 2^53 and some answers carry them bare.
 *
 * Returns `undefined` for text that is not JSON (JSON itself has no such value).
 */
export function parseJson(text: string): JsonValue | undefined {
  try {
    return JSON.parse(mayHoldBigInteger.test(text) ? quoteBigIntegers(text) : text)
  } catch {
    return undefined
  }
}

// An id in quotes has a quote before its digits, so the usual Zalo body takes the quick way.
const mayHoldBigInteger = /(?:^|[:[,\s])-?\d{16}/

const stringOrNumber = /"[^"\\]*(?:\\[\s\S][^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g

function quoteBigIntegers(text: string): string {
  return text.replace(stringOrNumber, token => (isBigInteger(token) ? `"${token}"` : token))
}

function isBigInteger(token: string): boolean {
  return /^-?\d+$/.test(token) && !Number.isSafeInteger(Number(token))
}
