import { onlyWhole } from '../numerals/decimal.ts'
import { readCoefficient } from '../numerals/words.ts'
import type { Token } from '../tokens.ts'

/** The number of an option: «2», «hai», «nhất»; «-2» is none of any. */
export function readNumberToken(tokens: readonly Token[]): { value: number; length: number } | undefined {
  const first = tokens[0]
  if (first?.kind === 'number') {
    return /^\d{1,9}$/.test(first.text) ? { value: Number(first.text), length: 1 } : undefined
  }
  if (first?.text === '-' && tokens[1]?.glued === true && /^\d{1,9}$/.test(tokens[1].text)) {
    return { value: -Number(tokens[1].text), length: 2 }
  }
  if (first?.text === 'nhất' || first?.text === 'nhat') return { value: 1, length: 1 }
  const words = readCoefficient(tokens, 0)
  const value = onlyWhole(words?.values)
  return words === undefined || value === undefined ? undefined : { value: Number(value), length: words.length }
}
