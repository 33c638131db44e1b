import { Lexicon } from '../lexicon.ts'
import type { Token } from '../tokens.ts'
import { compare, type Decimal, decimal, half, plus, times, whole } from './decimal.ts'
import { tailAfter } from './tail.ts'
import { type Coefficient, readCoefficient } from './words.ts'

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
  [THOUSAND, 'nghìn|ngàn|k'],
  [10_000n, 'vạn'],
  [1_000_000n, 'triệu|tr|trđ|trd|triệuđồng|trieudong|củ'],
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
  // «05 van ban», «2 ngan hang»: without accents these are văn bản and ngân hàng.
  if (/^(?:van (?:ban|hoa|phong|thu|nghe)|ngan (?:sach|hang|quy))$/.test(`${word?.text} ${tokens[at + 1]?.text}`))
    return undefined
  return SCALE.find(tokens, at)?.meaning
}

/** Reads one quantity at a token, or undefined when none starts there. */
export function readQuantity(tokens: readonly Token[], at: number): Quantity | undefined {
  const first = readCoefficient(tokens, at)
  if (first === undefined) return readBareScale(tokens, at)
  const after = at + first.length
  const letter = tokens[after]
  if (letter?.text === 't' && letter.glued) return readShortCode(tokens, at, first)
  // «1k2»: 1.200, or a slip of another figure.
  if (letter?.text === 'k' && letter.glued && /^\d$/.test(tokens[after + 1]?.text ?? '') && tokens[after + 1]?.glued)
    return { ...plain(first), garbled: true, literal: false, length: first.length + 2 }
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
  return quantity.length > 1 ? quantity : vague
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
    // «2 tỷ lẻ 50 triệu»: with a scale of its own, what is over is plain.
    const over = isOver(tokens, at + length) ? 1 : 0
    const comma = tokens[at + length]?.text === ',' && !isGiven(tokens, at) ? 1 : over
    const next = readCoefficient(tokens, at + length + comma)
    const nextScale = next && scaleAt(tokens, at + length + comma + next.length)
    if (next?.garbled || !isWhole) break
    if (next === undefined || nextScale === undefined) {
      const tail = comma === 0 ? tailAfter(tokens, at + length, last) : undefined
      if (tail === undefined) break
      values = values.flatMap(value => tail.values.map(more => plus(value, more)))
      openTail = tail.isOpen
      length += tail.length
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

/** «giao 1 tỷ, 640 triệu»: behind what was to be spent the next sum is that which was. */
const isGiven = (tokens: readonly Token[], at: number): boolean =>
  GIVEN.test(
    tokens
      .slice(Math.max(at - 3, 0), at)
      .map(({ folded }) => folded)
      .join(' '),
  )
const GIVEN = /(?:^|\s)(?:giao|ke hoach(?: von)?|chi tieu|du toan|von giao|phan bo)(?: la| cho)?$/

function isOver(tokens: readonly Token[], at: number): boolean {
  if (!/^(?:lẻ|le|linh)$/.test(tokens[at]?.text ?? '')) return false
  const next = readCoefficient(tokens, at + 1)
  return next !== undefined && scaleAt(tokens, at + 1 + next.length) !== undefined
}

const isHundreds = (coefficient: Coefficient): boolean =>
  coefficient.values.every(value => compare(value, decimal(100)) >= 0 && compare(value, decimal(1000)) < 0)

/** A small number that was not typed as a figure of its own. */
export const quantityOf = (value: number): Quantity => ({
  values: [decimal(value)],
  literal: false,
  garbled: false,
  vague: false,
  scale: 1n,
  openTail: false,
  singleDot: false,
  inWords: false,
  wholeDigits: 1,
  length: 1,
})
