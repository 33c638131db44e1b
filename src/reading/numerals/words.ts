import { Lexicon } from '../lexicon.ts'
import type { Token } from '../tokens.ts'
import { type Decimal, decimal, plus, times } from './decimal.ts'
import { readDigits } from './digits.ts'
import { isTailCut } from './tail-cut.ts'

/** A number below the scales (nghìn, triệu, tỷ), in digits or words. Several values: several plausible readings. */
export interface Coefficient {
  readonly values: readonly Decimal[]
  readonly literal: boolean
  readonly garbled: boolean
  /** Written with «linh», «lẻ» or «không trăm»: the small places are meant as they stand. */
  readonly exact: boolean
  readonly inWords: boolean
  readonly singleDot: boolean
  readonly wholeDigits: number
  readonly length: number
}

export const ONES = new Lexicon<number>([
  [1, 'một'],
  [2, 'hai'],
  [3, 'ba'],
  [4, 'bốn|tư'],
  [5, 'năm'],
  [6, 'sáu|sấu'],
  [7, 'bảy|bẩy'],
  [8, 'tám'],
  [9, 'chín'],
])
const TAIL_ONES = new Lexicon<number>([
  [1, 'mốt'],
  [5, 'lăm|nhăm'],
])
const PART = new Lexicon<'hundred' | 'ten' | 'tens' | 'dozen' | 'and' | 'point' | 'half' | 'zero' | 'hăm'>([
  ['hundred', 'trăm'],
  ['tens', 'mươi'],
  ['ten', 'mười'],
  ['dozen', 'chục'],
  ['and', 'linh|lẻ'],
  ['point', 'phẩy|chấm'],
  ['half', 'rưỡi|rưởi'],
  ['zero', 'không'],
  ['hăm', 'hăm'],
])

const part = (tokens: readonly Token[], at: number) => PART.find(tokens, at)?.meaning
const isTens = (tokens: readonly Token[], at: number) => part(tokens, at) === 'tens' || part(tokens, at) === 'ten'

/** One of the nine, in words or, before «trăm», «mươi», «chục» («6 trăm 4 mươi»), as a figure. */
const oneAt = (tokens: readonly Token[], at: number): number | undefined =>
  ONES.find(tokens, at)?.meaning ?? (/^[1-9]$/.test(tokens[at]?.text ?? '') ? Number(tokens[at]?.text) : undefined)

const GOES_ON = new Lexicon([[true, 'nghìn|ngàn|triệu|tr|tỷ|tỉ|phần trăm|phẩy']])

interface Words {
  values: number[]
  exact: boolean
  length: number
}

/** One to ninety-nine in words. */
function readBelowHundred(tokens: readonly Token[], at: number): Words | undefined {
  const text = tokens[at]?.text
  if (text !== 'mươi' && isTens(tokens, at)) return tail(10, tokens, at, 1)
  if (part(tokens, at) === 'hăm') {
    const words = tail(20, tokens, at, 1)
    return words.length > 1 ? words : undefined
  }
  const one = oneAt(tokens, at)
  if (one === undefined) return undefined
  const isFigure = tokens[at]?.kind === 'number'
  // «chín mười» are nine or ten of them.
  const isMany = isTens(tokens, at + 1) && tokens[at + 1]?.text !== 'mười'
  if (isFigure ? part(tokens, at + 1) === 'tens' : isMany) return tail(one * 10, tokens, at, 2)
  if (part(tokens, at + 1) === 'dozen') {
    return part(tokens, at + 2) === 'half'
      ? { values: [one * 10 + 5], exact: false, length: 3 }
      : { values: [one * 10], exact: false, length: 2 }
  }
  if (isFigure) return undefined
  const second = tokens[at + 1]
  const short = TAIL_ONES.find(tokens, at + 1)?.meaning
  // «tám lăm» is 85; without accents «hai mot» may as well be two numbers.
  if (short !== undefined && second !== undefined && second.text !== 'mot') {
    return { values: [one * 10 + short], exact: false, length: 2 }
  }
  // «tám hai triệu» is 82; «hai ba triệu» is two or three of them.
  const next = ONES.find(tokens, at + 1)?.meaning
  if (next !== undefined && next > 1 && next !== one + 1 && GOES_ON.find(tokens, at + 2) !== undefined)
    return { values: [one * 10 + next], exact: false, length: 2 }
  return { values: [one], exact: false, length: 1 }
}

function tail(tens: number, tokens: readonly Token[], at: number, length: number): Words {
  const next = tokens[at + length]
  const isTail = part(tokens, at + length - 1) === 'tens' && !isTailCut(tokens, at + length + 1)
  const figure = isTail ? oneAt(tokens, at + length) : undefined
  const one = TAIL_ONES.find(tokens, at + length)?.meaning ?? ONES.find(tokens, at + length)?.meaning ?? figure
  const opensNext = isTens(tokens, at + length + 1) || part(tokens, at + length + 1) === 'hundred'
  if (next === undefined || one === undefined || opensNext) return { values: [tens], exact: false, length }
  // «hai mươi năm» may be a hurried 25 or twenty years.
  const values = one === 5 && next.folded === 'nam' ? [tens + 5, tens] : [tens + one]
  return { values, exact: false, length: length + 1 }
}

/** What may follow «… trăm». */
function readAfterHundred(hundreds: number, tokens: readonly Token[], at: number, length: number): Words {
  const exact = hundreds === 0
  const base = hundreds * 100
  if (part(tokens, at + length) === 'half' && !exact) return { values: [base + 50], exact, length: length + 1 }
  if (part(tokens, at + length) === 'and') {
    const one = oneAt(tokens, at + length + 1) ?? TAIL_ONES.find(tokens, at + length + 1)?.meaning
    if (one !== undefined) return { values: [base + one], exact: true, length: length + 2 }
  }
  const next = tokens[at + length]
  const short = TAIL_ONES.find(tokens, at + length)?.meaning
  if (short !== undefined && next?.text !== 'mot') return { values: [base + short * 10], exact, length: length + 1 }
  const [tens, units] = [ONES.find(tokens, at + length)?.meaning, ONES.find(tokens, at + length + 1)?.meaning]
  // «không trăm hai tư», «một trăm hai tư»
  if (tens !== undefined && units !== undefined && (exact || tokens[at + length + 1]?.text === 'tư'))
    return { values: [base + tens * 10 + units], exact, length: length + 2 }
  const rest = readBelowHundred(tokens, at + length) ?? figures(tokens, at + length)
  if (rest === undefined) return { values: [base], exact, length }
  const lone = rest.length === 1 && (rest.values[0] ?? 0) < 10
  const values = lone
    ? rest.values.flatMap(one => (next?.text === 'tư' ? [base + one * 10] : [base + one * 10, base + one]))
    : rest.values.map(value => base + value)
  return { values, exact, length: length + rest.length }
}

/** «6 trăm 45», «6 trăm 5». */
function figures(tokens: readonly Token[], at: number): Words | undefined {
  const typed = tokens[at]?.text ?? ''
  return /^[1-9]\d?$/.test(typed) && !isTailCut(tokens, at + 1)
    ? { values: [Number(typed)], exact: false, length: 1 }
    : undefined
}

function readBelowThousand(tokens: readonly Token[], at: number): Words | undefined {
  if (part(tokens, at) === 'zero' && part(tokens, at + 1) === 'hundred') return readAfterHundred(0, tokens, at, 2)
  if (part(tokens, at) === 'and') {
    const one = oneAt(tokens, at + 1)
    return one === undefined ? undefined : { values: [one], exact: true, length: 2 }
  }
  if (part(tokens, at) === 'hundred') {
    // «trăm rưỡi», «trăm mốt»: the one is left out. A lone «trăm» is no number.
    const words = readAfterHundred(1, tokens, at, 1)
    const isWhole = tokens[at + 1]?.folded === 'phan' && part(tokens, at + 2) === 'hundred'
    return words.length > 1 || isWhole ? words : undefined
  }
  const one = oneAt(tokens, at)
  if (one !== undefined && part(tokens, at + 1) === 'hundred') return readAfterHundred(one, tokens, at, 2)
  return readBelowHundred(tokens, at)
}

/** Digits after «phẩy»: «không năm» → 05, «hai lăm» → 25, or written digits. */
function readFraction(tokens: readonly Token[], at: number): { digits: string; length: number } | undefined {
  const written = tokens[at]
  if (written?.kind === 'number') {
    return /^\d{1,6}$/.test(written.text) ? { digits: written.text, length: 1 } : undefined
  }
  let digits = ''
  let length = 0
  while (length < 6) {
    if (part(tokens, at + length) === 'zero') {
      digits += '0'
      length += 1
      continue
    }
    const figure = tokens[at + length]
    if (figure?.kind === 'number' && /^\d$/.test(figure.text)) {
      digits += figure.text
      length += 1
      break
    }
    const below = readBelowHundred(tokens, at + length)
    const value = below?.values.length === 1 ? below.values[0] : undefined
    if (below === undefined || value === undefined) break
    digits += String(value)
    length += below.length
  }
  return length === 0 ? undefined : { digits, length }
}

/** Reads digits, words or both below the scales at a token, with «phẩy» and «trăm», «chục» after digits. */
export function readCoefficient(tokens: readonly Token[], at: number): Coefficient | undefined {
  const digits = readDigits(tokens, at)
  const mixed = digits?.length === 1 ? readBelowThousand(tokens, at) : undefined
  if (digits !== undefined && mixed === undefined) return afterDigits(tokens, at, digits)
  const half = tokens[at]?.folded === 'mot' && tokens[at + 1]?.text === 'nửa' ? 1 : 0
  if (tokens[at + half]?.text === 'nửa' || (half === 0 && tokens[at]?.text === 'nua')) {
    return inWords([decimal(5, 1)], false, half + 1)
  }
  if (part(tokens, at) === 'zero' && part(tokens, at + 1) === 'point') {
    const fraction = readFraction(tokens, at + 2)
    return fraction && inWords([withFraction(decimal(0), fraction.digits)], true, 2 + fraction.length)
  }
  const words = readBelowThousand(tokens, at)
  if (words === undefined) return undefined
  const values = words.values.map(value => decimal(value))
  if (part(tokens, at + words.length) === 'point') {
    const fraction = readFraction(tokens, at + words.length + 1)
    if (fraction !== undefined) {
      const length = words.length + 1 + fraction.length
      return inWords(
        values.map(value => withFraction(value, fraction.digits)),
        words.exact,
        length,
      )
    }
  }
  return inWords(values, words.exact, words.length)
}

function afterDigits(
  tokens: readonly Token[],
  at: number,
  digits: NonNullable<ReturnType<typeof readDigits>>,
): Coefficient {
  const coefficient = { ...digits, exact: false, inWords: false }
  const next = part(tokens, at + digits.length)
  if (next === 'hundred' || next === 'dozen') {
    const factor = next === 'hundred' ? 100n : 10n
    const values = digits.values.map(value => times(value, factor))
    return { ...coefficient, values, literal: false, inWords: true, length: digits.length + 1 }
  }
  if (next === 'point' && digits.values.length === 1 && digits.values[0]?.scale === 0) {
    const fraction = readFraction(tokens, at + digits.length + 1)
    if (fraction !== undefined) {
      const values = digits.values.map(value => withFraction(value, fraction.digits))
      return { ...coefficient, values, literal: false, length: digits.length + 1 + fraction.length }
    }
  }
  return coefficient
}

const withFraction = (value: Decimal, digits: string): Decimal =>
  plus(value, { digits: BigInt(digits), scale: digits.length })

const inWords = (values: Decimal[], exact: boolean, length: number): Coefficient => ({
  values,
  literal: false,
  garbled: false,
  exact,
  inWords: true,
  singleDot: false,
  wholeDigits: 0,
  length,
})
