import { Lexicon } from '../lexicon.ts'
import type { Token } from '../tokens.ts'
import { type Found, isYear, type Year, yearAt, yearBehind } from './year.ts'

/** A period as said. `number` is beyond the year where there is no such month or quarter («quý 5»). */
export type Period =
  | { readonly is: 'month' | 'quarter'; readonly number: number; readonly year?: Year }
  | { readonly is: 'shifted'; readonly of: 'month' | 'quarter'; readonly by: number }
  /** The first or last months of a year; twelve are the year. */
  | { readonly is: 'months'; readonly count: number; readonly isLast: boolean; readonly year?: Year }
  | { readonly is: 'year'; readonly year: Year }

type Said = Found<Period> | undefined

const SHIFTED = new Lexicon<Period>([
  [{ is: 'shifted', of: 'quarter', by: 0 }, 'quý này|quí này'],
  [{ is: 'shifted', of: 'quarter', by: -1 }, 'quý trước|quí trước|quý vừa rồi|quý rồi|quí rồi'],
  [{ is: 'shifted', of: 'quarter', by: 1 }, 'quý sau|quý tới|quí sau'],
  [{ is: 'shifted', of: 'month', by: 0 }, 'tháng này|tháng ni|tháng nầy'],
  [{ is: 'shifted', of: 'month', by: -1 }, 'tháng trước|tháng vừa rồi|tháng rồi'],
  [{ is: 'shifted', of: 'month', by: 1 }, 'tháng sau|tháng tới'],
])
const QUARTERS = new Lexicon<number>([
  [1, 'i|một|nhất'],
  [2, 'ii|hai'],
  [3, 'iii|ba'],
  [4, 'iv|tư|bốn'],
])
export const MONTHS = new Lexicon<number>(
  'một;hai;ba;tư|bốn;năm;sáu;bảy|bẩy;tám;chín;mười;mười một;mười hai'
    .split(';')
    .map((names, at) => [at + 1, names] as const),
)
export const ENGLISH_MONTHS = new Lexicon<number>(
  'jan|january;feb|february;mar|march;apr|april;may;jun|june;jul|july;aug|august;sep|sept|september;oct|october;nov|november;dec|december'
    .split(';')
    .map((names, at) => [at + 1, names] as const),
)
const COUNTS = new Lexicon<number>([
  [6, 'sáu'],
  [9, 'chín'],
  [3, 'ba'],
  [8, 'tám'],
  [12, 'mười hai'],
])
const HALF = new Lexicon<boolean>([
  [false, 'nửa đầu năm|nửa năm'],
  [true, 'nửa cuối năm|nửa năm cuối'],
])
const BEHIND_MONTHS = new Lexicon<boolean>([
  [false, 'tháng đầu năm|tháng đầu|tháng'],
  [true, 'tháng cuối năm|tháng cuối'],
])
const WHOLE_YEAR = new Lexicon([[true, 'cả năm|trọn năm|toàn năm|hết cả năm']])
const ROMAN = ['i', 'ii', 'iii', 'iv']

/** Reads a period at a token, or undefined when none is said there. */
export function periodAt(tokens: readonly Token[], at: number): Said {
  const shifted = SHIFTED.find(tokens, at)
  // «thang sau» may be next month or June: no period that has a code.
  if (shifted && tokens[at]?.text === 'thang' && tokens[at + 1]?.text === 'sau')
    return { value: { is: 'months', count: 1, isLast: false }, length: 2 }
  if (shifted !== undefined) return { value: shifted.meaning, length: shifted.length }
  return (
    quarterInMonths(tokens, at) ??
    partOfYear(tokens, at) ??
    quarter(tokens, at) ??
    month(tokens, at) ??
    year(tokens, at)
  )
}

/** «3 tháng đầu năm», «ba tháng cuối năm 2024»: a quarter. */
function quarterInMonths(tokens: readonly Token[], at: number): Said {
  const end = tokens[at + 2]?.folded
  const isThree = (tokens[at]?.text === '3' || tokens[at]?.text === 'ba') && tokens[at + 1]?.folded === 'thang'
  const part = isThree && /^(?:dau|cuoi)$/.test(end ?? '') ? partOfYear(tokens, at) : undefined
  if (part?.value.is !== 'months' || part.length < 4) return undefined
  const { isLast, year } = part.value
  return { value: { is: 'quarter', number: isLast ? 4 : 1, ...(year && { year }) }, length: part.length }
}

/** «6 tháng đầu năm 2024», «9 tháng», «nửa đầu năm», «cả năm». */
function partOfYear(tokens: readonly Token[], at: number): Said {
  const whole = WHOLE_YEAR.find(tokens, at)
  if (whole !== undefined) return ofSaidYear({ is: 'months', count: 12, isLast: false }, tokens, at, whole.length)
  const half = HALF.find(tokens, at)
  if (half !== undefined) return ofSaidYear({ is: 'months', count: 6, isLast: half.meaning }, tokens, at, half.length)
  const counted = COUNTS.find(tokens, at)
  const count = /^(?:0?[1-9]|1[0-2])$/.test(tokens[at]?.text ?? '') ? Number(tokens[at]?.text) : counted?.meaning
  const lead = tokens[at]?.kind === 'number' ? 1 : (counted?.length ?? 0)
  const behind = count === undefined ? undefined : BEHIND_MONTHS.find(tokens, at + lead)
  // «8 tháng cuối quý I»: the end of a quarter.
  const opensEnd = behind?.length === 2 && /^(?:quy|qui|q|thang|tuan)$/.test(tokens[at + lead + 2]?.folded ?? '')
  const months =
    /^t$/i.test(tokens[at + lead]?.text ?? '') &&
    /^(?:dau|cuoi)$/.test(tokens[at + lead + 1]?.folded ?? '') &&
    tokens[at + lead + 2]?.folded === 'nam'
      ? { meaning: tokens[at + lead + 1]?.folded === 'cuoi', length: 3 }
      : opensEnd
        ? { meaning: false, length: 1 }
        : behind
  if (count === undefined || months === undefined) return undefined
  const length = lead + months.length
  return ofSaidYear({ is: 'months', count, isLast: months.meaning }, tokens, at, length)
}

/** «cả năm ngoái», «nửa đầu năm trước»: the last word belongs to the year as well. */
function ofSaidYear(
  period: Extract<Period, { is: 'months' }>,
  tokens: readonly Token[],
  at: number,
  length: number,
): Said {
  const spoken = tokens[at + length - 1]?.folded === 'nam' ? yearAt(tokens, at + length - 1, false) : undefined
  return spoken === undefined
    ? withYear(period, tokens, at, length)
    : { value: { ...period, year: spoken.value }, length: length - 1 + spoken.length }
}

/** «quý I/2024», «Q1 2024», «Q.III», «qúy một», «quýII». */
function quarter(tokens: readonly Token[], at: number): Said {
  const word = tokens[at]?.folded ?? ''
  const joined = /^(?:quy|qui|q)(iv|i{1,3})$/.exec(word)
  // «qúy»: the mark often stands on the wrong letter.
  if (!joined && !/^(?:quy|qui|q)$/.test(word)) return undefined
  const lead = word === 'q' && tokens[at + 1]?.text === '.' ? 2 : 1
  const count = joined ? { value: ROMAN.indexOf(joined[1] ?? '') + 1, length: 0 } : countAt(tokens, at + lead, QUARTERS)
  if (!count || (tokens[at]?.text === 'quỹ' && !joined)) return undefined
  return withYear({ is: 'quarter', number: count.value }, tokens, at, (joined ? 1 : lead) + count.length)
}

/** «tháng 3», «T3/2024», «tháng ba năm 2024», «03/2024», «Aug-24». */
function month(tokens: readonly Token[], at: number): Said {
  const next = tokens[at + 1]
  const isNamed = /^(?:thang|thg)$/.test(tokens[at]?.folded ?? '') || (tokens[at]?.text === 't' && next?.glued === true)
  if (tokens[at]?.kind === 'number' && /^\d{1,2}$/.test(tokens[at]?.text ?? '')) {
    if (!/^[/\\]$/.test(next?.text ?? '') || !isYear(tokens[at + 2])) return undefined
    return withYear({ is: 'month', number: Number(tokens[at]?.text) }, tokens, at, 1)
  }
  const english = ENGLISH_MONTHS.find(tokens, at)
  if (english !== undefined) {
    // «may năm nay nhuận» is lucky.
    const year = tokens[at + english.length]?.folded === 'nam' ? undefined : yearBehind(tokens, at + english.length)
    return year && withYear({ is: 'month', number: english.meaning }, tokens, at, english.length)
  }
  const dotted = isNamed ? /^(\d{1,2})\.(20\d\d)$/.exec(next?.text ?? '') : null
  if (dotted)
    return { value: { is: 'month', number: Number(dotted[1]), year: { value: Number(dotted[2]) } }, length: 2 }
  const count = isNamed ? countAt(tokens, at + 1, MONTHS) : undefined
  return count && withYear({ is: 'month', number: count.value }, tokens, at, 1 + count.length)
}

function year(tokens: readonly Token[], at: number): Said {
  // «(2023: 11)»
  const isHead = tokens[at - 1]?.text === '(' && tokens[at + 1]?.text === ':'
  const found = yearAt(tokens, at, isHead)
  return found && { value: { is: 'year', year: found.value }, length: found.length }
}

function withYear(
  period: Exclude<Period, { is: 'shifted' | 'year' }>,
  tokens: readonly Token[],
  at: number,
  length: number,
): Said {
  const year = yearBehind(tokens, at + length)
  return year ? { value: { ...period, year: year.value }, length: length + year.length } : { value: period, length }
}

function countAt(tokens: readonly Token[], at: number, names: Lexicon<number>): Found<number> | undefined {
  const token = tokens[at]
  if (token?.kind === 'number')
    return /^\d{1,2}$/.test(token.text) ? { value: Number(token.text), length: 1 } : undefined
  const named = names.find(tokens, at)
  return named && { value: named.meaning, length: named.length }
}
