import type { Token } from '../tokens.ts'
import { type Decimal, decimal } from './decimal.ts'

/** What written digits may mean. No values: they cannot be read. Several: the writer has to say which. */
export interface Digits {
  readonly values: readonly Decimal[]
  readonly literal: boolean
  /** Badly grouped; `values` is a guess at best. */
  readonly garbled: boolean
  /** One dot before three digits: thousands here, decimals abroad. */
  readonly singleDot: boolean
  /** Digits before the decimal sign. */
  readonly wholeDigits: number
  readonly length: number
}

/**
 * Reads digits at a token the Vietnamese way: dot groups thousands, comma is the decimal sign, spaces may group
 * (answers.md, calendar.md §8).
 */
export function readDigits(tokens: readonly Token[], at: number): Digits | undefined {
  const first = tokens[at]
  if (first?.kind !== 'number') return undefined
  let raw = first.text
  let length = 1
  if (/^[1-9]\d{0,2}$/.test(raw)) {
    for (;;) {
      const next = tokens[at + length]
      if (next?.kind !== 'number' || next.glued || !/^\d{3}(,\d+)?$/.test(next.text)) break
      raw += `.${next.text}`
      length += 1
      if (next.text.includes(',')) break
    }
  }
  return { ...meaning(raw, length > 1), length }
}

function meaning(raw: string, spaced: boolean): Omit<Digits, 'length'> {
  const isEnglish = /^\d{1,3}(,\d{3}){2,}/.test(raw)
  const wholeDigits = (isEnglish ? raw.replaceAll(',', '') : raw.replaceAll('.', '')).split(/[.,]/)[0]?.length ?? 0
  const result = (values: Decimal[], literal: boolean, more: { garbled?: boolean; singleDot?: boolean } = {}) => ({
    values,
    literal,
    garbled: more.garbled ?? false,
    singleDot: more.singleDot ?? false,
    wholeDigits,
  })
  if (/^\d+$/.test(raw)) return result([decimal(BigInt(raw))], true)
  if (/^[1-9]\d{0,2}(\.\d{3})+(,\d+)?$/.test(raw)) {
    const single = /^\d+\.\d{3}$/.test(raw) && !spaced
    return result([comma(raw.replaceAll('.', ''))], !single, { singleDot: single })
  }
  if (/^[1-9]\d{0,2},\d{3}$/.test(raw)) {
    return result([comma(raw), decimal(BigInt(raw.replace(',', '')))], false)
  }
  if (/^\d+,\d+$/.test(raw)) return result([comma(raw)], true)
  if (/^\d+\.\d{1,2}$/.test(raw) || /^0\.\d+$/.test(raw)) return result([comma(raw.replace('.', ','))], false)
  if (/^[1-9]\d{0,2}((,\d{3}){2,}|(,\d{3})+\.\d+)$/.test(raw)) {
    return result([comma(raw.replaceAll(',', '').replace('.', ','))], false)
  }
  return result([], false, { garbled: true })
}

function comma(raw: string): Decimal {
  const [units = '', fraction = ''] = raw.split(',')
  return { digits: BigInt(units + fraction), scale: fraction.length }
}
