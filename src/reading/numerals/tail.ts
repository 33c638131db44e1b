import { Lexicon } from '../lexicon.ts'
import { FIXED_PHRASES } from '../spans/plain-words.ts'
import type { Token } from '../tokens.ts'
import { type Decimal, decimal, whole } from './decimal.ts'
import { isTailCut } from './tail-cut.ts'
import { readCoefficient } from './words.ts'

/** A figure behind a scale that leaves its own scale out: «một tỷ hai», «2 tỷ 350», «ba tỷ mốt». */
export interface Tail {
  readonly values: readonly Decimal[]
  /** Its scale was worked out. */
  readonly isOpen: boolean
  readonly length: number
}

const SHORT = new Lexicon<number>([
  [1, 'mốt'],
  [5, 'lăm|nhăm'],
])
/** «một tỷ hai» is 1,2 tỷ, «2 tỷ 350» is 350 triệu, «1 tỷ 25» and «1 tỷ lẻ 5» may be two sums each. */
export function tailAfter(tokens: readonly Token[], at: number, last: bigint): Tail | undefined {
  if (isYearAhead(tokens, at) || isOpening(tokens, at) || FIXED_PHRASES.find(tokens, at) !== undefined) return undefined
  const short = SHORT.find(tokens, at)
  const next = readCoefficient(tokens, at)
  if (short !== undefined && next === undefined && tokens[at]?.text === 'lam' && goesOn(tokens, at))
    // «36 trieu lam duong» may be «làm đường» and «lăm».
    return { values: [decimal(0), decimal(last / 2n)], isOpen: true, length: 1 }
  if (short !== undefined && next === undefined)
    return { values: [decimal((BigInt(short.meaning) * last) / 10n)], isOpen: true, length: 1 }
  const value = next?.values.length === 1 && next.values[0]?.scale === 0 ? whole(next.values[0]) : undefined
  if (next === undefined || value === undefined || value >= last || next.garbled) return undefined
  if (isTailCut(tokens, at + next.length)) return undefined
  const values = tailValues(tokens[at], value, next.exact, last)
  return values && { values, isOpen: !next.exact && (last > 1000n || value < 10n), length: next.length }
}

function tailValues(word: Token | undefined, value: bigint, isExact: boolean, last: bigint): Decimal[] | undefined {
  const isSmall = last <= 10_000n
  if (isExact) return isSmall ? [decimal(value)] : [decimal(value), decimal(value * (last / 1000n))]
  if (word?.kind === 'number' && word.text.startsWith('0')) return undefined
  // «hai nghìn năm» may be 2.500, 2.005 or two thousand years.
  if (word?.folded === 'nam' && value === 5n && last === 1000n) return [decimal(500), decimal(5)]
  if (value > 0n && value < 10n) return [decimal((value * last) / 10n)]
  if (last === 1000n) return [decimal(value)]
  if (value >= 100n && value < 1000n && !isSmall) return [decimal(value * (last / 1000n))]
  if (value >= 10n && value < 100n && !isSmall) return [decimal(value * (last / 1000n)), decimal(value * (last / 100n))]
  return undefined
}

/** «1 ty tu nguon khac», «640 trieu sau thue», «1 ty bon em bao»: without accents what goes on may be from, after, a pronoun. */
function isOpening(tokens: readonly Token[], at: number): boolean {
  return MAY_OPEN.test(tokens[at]?.text ?? '') && !isPart(tokens, at + 1) && goesOn(tokens, at)
}

/** Whether more than a courtesy comes behind it. */
function goesOn(tokens: readonly Token[], at: number): boolean {
  let next = at + 1
  while (COURTESY.test(tokens[next]?.folded ?? '')) next += 1
  return tokens[next]?.kind === 'word' || tokens[next]?.kind === 'number'
}

const MAY_OPEN = /^(?:tu|sau|bon|tam|bay)$/
const COURTESY = /^(?:a|ah|nhe|nha|dong|d|vnd|em|e|anh|chi|c|thoi|roi|luon|do|day)$/
/** «bon tram», «sau muoi»; not «tu ngan sach». */
const isPart = (tokens: readonly Token[], at: number): boolean =>
  /^(?:trieu|tr|tram|nghin|ngan|muoi|chuc|ruoi|phay|le|linh)$/.test(tokens[at]?.folded ?? '') &&
  (FIXED_PHRASES.find(tokens, at)?.length ?? 0) < 2

/** «640 triệu năm 2024»: a year, and no five. */
const isYearAhead = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.folded === 'nam' &&
  (tokens[at + 1]?.kind === 'number' || /^(?:nay|ngoai|truoc|qua|sau|toi|hai|hoc)$/.test(tokens[at + 1]?.folded ?? ''))
