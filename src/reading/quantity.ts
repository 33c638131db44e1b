import { compare, type Decimal, decimal, half, plus, times, whole } from './decimal.ts'
import { Lexicon } from './lexicon.ts'
import { type Coefficient, readCoefficient } from './number-words.ts'
import type { Token } from './tokens.ts'

/** A number with its scales: «2 tỷ 350 triệu», «một nghìn hai», «1.234». Several values: several plausible readings. */
export interface Quantity {
  readonly values: readonly Decimal[]
  readonly literal: boolean
  readonly garbled: boolean
  /** No number of its own: «triệu», «chục». */
  readonly vague: boolean
  /** The greatest scale word used: 1 when there is none. */
  readonly scale: bigint
  /** Ends in a figure whose scale is left out: «một tỷ hai», «2 tỷ 350». */
  readonly openTail: boolean
  readonly singleDot: boolean
  readonly inWords: boolean
  readonly wholeDigits: number
  readonly length: number
}

const THOUSAND = 1_000n
const SCALE = new Lexicon<bigint>([
  [THOUSAND, 'nghìn|ngàn|k|ng'],
  [10_000n, 'vạn'],
  [1_000_000n, 'triệu|tr'],
  [1_000_000_000n, 'tỷ|tỉ'],
])
const TAIL = new Lexicon<'half' | 'loose'>([
  ['half', 'rưỡi|rưởi'],
  ['loose', 'trăm|chục|mươi'],
])

function scaleAt(tokens: readonly Token[], at: number): bigint | undefined {
  const word = tokens[at]
  // A lone letter is a unit only right behind digits: «350k», not «k».
  if (word?.text === 'k' && tokens[at - 1]?.kind !== 'number') return undefined
  return SCALE.find(tokens, at)?.meaning
}

/** Reads one quantity at a token, or undefined when none starts there. */
export function readQuantity(tokens: readonly Token[], at: number): Quantity | undefined {
  const first = readCoefficient(tokens, at)
  if (first === undefined) return readBareScale(tokens, at)
  const after = at + first.length
  const letter = tokens[after]
  if (letter?.text === 't' && letter.glued) return readShortCode(tokens, at, first)
  const scale = scaleAt(tokens, after)
  if (scale === undefined) {
    const isHalf = TAIL.find(tokens, after)?.meaning === 'half'
    const values = isHalf ? first.values.map(value => plus(value, half(1n))) : first.values
    return { ...plain(first), values, literal: first.literal && !isHalf, length: first.length + (isHalf ? 1 : 0) }
  }
  return readScaled(tokens, at, first, scale)
}

const plain = (first: Coefficient): Quantity => ({
  values: first.values,
  literal: first.literal,
  garbled: first.garbled,
  vague: false,
  scale: 1n,
  openTail: false,
  singleDot: first.singleDot,
  inWords: first.inWords,
  wholeDigits: first.wholeDigits,
  length: first.length,
})

/** «tỷ rưỡi», «tỷ hai» leave out the one; a lone «triệu» or «chục» is no number. */
function readBareScale(tokens: readonly Token[], at: number): Quantity | undefined {
  const scale = scaleAt(tokens, at)
  const one: Coefficient = {
    values: [decimal(1)],
    literal: false,
    garbled: false,
    exact: false,
    inWords: true,
    singleDot: false,
    wholeDigits: 0,
    length: 0,
  }
  const vague = { ...plain(one), values: [], vague: true, length: 1 }
  if (scale === undefined) return TAIL.find(tokens, at)?.meaning === 'loose' ? vague : undefined
  const quantity = readScaled(tokens, at, one, scale)
  return quantity.openTail || TAIL.find(tokens, at + 1)?.meaning === 'half' ? quantity : vague
}

/** «1t», «1t2»: «t» may stand for tỷ or triệu. */
function readShortCode(tokens: readonly Token[], at: number, first: Coefficient): Quantity {
  const tail = tokens[at + first.length + 1]
  const digit = tail?.glued === true && /^\d$/.test(tail.text) ? tail.text : undefined
  const values = [1_000_000_000n, 1_000_000n].flatMap(scale =>
    first.values.map(value =>
      digit === undefined ? times(value, scale) : plus(times(value, scale), decimal(BigInt(digit) * (scale / 10n))),
    ),
  )
  return { ...plain(first), values, literal: false, scale: 1_000_000n, length: first.length + (digit ? 2 : 1) }
}

function readScaled(tokens: readonly Token[], at: number, first: Coefficient, firstScale: bigint): Quantity {
  let { values, garbled } = first
  let scale = firstScale
  let length = first.length + 1
  const higher = scaleAt(tokens, at + length)
  if (scale === THOUSAND && higher !== undefined && higher > 10_000n) {
    scale *= higher
    length += 1
  }
  values = values.map(value => times(value, scale))
  let last = scale
  let openTail = false
  const isWhole = first.values.every(value => whole(value) !== undefined)
  for (;;) {
    if (TAIL.find(tokens, at + length)?.meaning === 'half') {
      values = values.map(value => plus(value, half(last)))
      length += 1
      break
    }
    const comma = tokens[at + length]?.text === ',' ? 1 : 0
    const next = readCoefficient(tokens, at + length + comma)
    if (next === undefined) break
    const nextScale = scaleAt(tokens, at + length + comma + next.length)
    if (next.garbled || !isWhole) break
    if (nextScale === undefined) {
      const added = comma === 0 ? openTailValues(tokens, at + length, next, last) : undefined
      if (added === undefined) break
      values = values.flatMap(value => added.values.map(more => plus(value, more)))
      openTail = added.open
      length += next.length
      break
    }
    if (nextScale > last && last === THOUSAND && comma === 0 && isHundreds(next)) {
      // «hai nghìn ba trăm tỷ»
      values = values.flatMap(value => next.values.map(more => times(plus(value, more), nextScale)))
      scale = last = nextScale
      length += next.length + 1
      continue
    }
    const limit = decimal(last)
    if (nextScale >= last || next.values.some(value => compare(times(value, nextScale), limit) >= 0)) break
    values = values.flatMap(value => next.values.map(more => plus(value, times(more, nextScale))))
    last = nextScale
    length += comma + next.length + 1
  }
  return { ...plain(first), values: values.slice(0, 8), garbled, literal: false, scale, openTail, length }
}

const isHundreds = (coefficient: Coefficient): boolean =>
  coefficient.values.every(value => compare(value, decimal(100)) >= 0 && compare(value, decimal(1000)) < 0)

/** A figure without scale after one with: «một tỷ hai» is 1,2 tỷ, «2 tỷ 350» is 350 triệu, «1 tỷ 25» may be two sums. */
function openTailValues(
  tokens: readonly Token[],
  at: number,
  next: Coefficient,
  last: bigint,
): { values: Decimal[]; open: boolean } | undefined {
  const value = next.values.length === 1 && next.values[0] !== undefined ? whole(next.values[0]) : undefined
  if (value === undefined || value >= last || next.values[0]?.scale !== 0) return undefined
  if (next.exact) return { values: [decimal(value)], open: false }
  const word = tokens[at]
  // «12 tỷ 05» is no 12,5 tỷ.
  if (word?.text.startsWith('0') === true) return undefined
  if (value > 0n && value < 10n && last >= THOUSAND) {
    const tenth = decimal(value * (last / 10n))
    // «hai nghìn năm» may be 2.500, 2.005 or two thousand years.
    if (next.inWords && value === 5n && word?.folded === 'nam' && last === THOUSAND) {
      return { values: [tenth, decimal(5)], open: true }
    }
    return { values: [tenth], open: true }
  }
  if (last === THOUSAND) return { values: [decimal(value)], open: false }
  if (value >= 100n && value < 1000n && last > 10_000n) return { values: [decimal(value * (last / 1000n))], open: true }
  if (value >= 10n && value < 100n && last > 10_000n) {
    return { values: [decimal(value * (last / 1000n)), decimal(value * (last / 100n))], open: true }
  }
  return undefined
}
