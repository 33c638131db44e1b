import { withoutCourtesy } from './courtesy.ts'
import { Lexicon } from './lexicon.ts'
import { ask, invalid, type Reading, read } from './result.ts'
import { MAX_SHORT_ANSWER } from './text.ts'
import { type Token, tokenise } from './tokens.ts'

/** What a period is read against. */
export interface PeriodContext {
  today: { year: number; month: number }
}

/**
 * A period of a year, as its code: «quý I/2024», «Q1», «qúy 1» → '2024-Q1'; «tháng ba», «3/2024» → '2024-03'; «6 tháng đầu năm» →
 * '2024-H1'; «9 tháng» → '2024-9M'; «cả năm», «năm 2024» → '2024'; «quý này», «tháng trước» by the day. Without a year it is that of the
 * day. Every word must be explained: what is left over is asked.
 */
export function readPeriod(text: string, { today }: PeriodContext): Reading<string> {
  if (text.length > MAX_SHORT_ANSWER) return invalid('tooLong')
  const tokens = withoutCourtesy(tokenise(text)).filter(token => !PASSED.has(token.folded))
  if (tokens.length === 0) return invalid('noAnswer')
  const found: Found[] = []
  let left = 0
  for (let at = 0; at < tokens.length; ) {
    const piece = pieceAt(tokens, at, today)
    if (piece === null) left++
    else if (piece.is === 'impossible') return invalid('outOfRange', { count: piece.most })
    else found.push(piece)
    at += piece?.length ?? 1
  }
  const [first, ...others] = [...new Set(found.map(piece => piece.code))]
  if (first === undefined) return invalid('noAnswer')
  if (others.length > 0) return ask('severalValues', [first, ...others])
  return left > 0 ? ask('garbled', [first]) : read(first, /^(quý|tháng|năm) [ivx\d]+(\/| năm )?\d*$/i.test(text.trim()))
}

interface Found {
  is: 'period'
  code: string
  length: number
}
interface Impossible {
  is: 'impossible'
  most: number
  length: number
}
type Today = PeriodContext['today']

function pieceAt(tokens: readonly Token[], at: number, today: Today): Found | Impossible | null {
  const relative = RELATIVE.find(tokens, at)
  if (relative) return period(shifted(relative.meaning, today), relative.length)
  return part(tokens, at, today) ?? quarter(tokens, at, today) ?? month(tokens, at, today) ?? wholeYear(tokens, at)
}

/** «6 tháng đầu năm 2024», «9 tháng», «cả năm». */
function part(tokens: readonly Token[], at: number, today: Today): Found | null {
  const found = PARTS.find(tokens, at)
  if (!found) return null
  const year = yearAt(tokens, at + found.length, today)
  return period(`${year.value}${found.meaning}`, found.length + year.length)
}

/** «quý I/2024», «Q1 2024», «qúy một», «quýII». */
function quarter(tokens: readonly Token[], at: number, today: Today): Found | Impossible | null {
  const word = tokens[at]?.folded ?? ''
  const joined = /^(?:quy|qui|q)(iv|i{1,3})$/.exec(word)
  // «qúy»: the mark often stands on the wrong letter.
  if (!joined && !/^(quy|qui|q)$/.test(word)) return null
  const count = joined ? { value: ROMAN.indexOf(joined[1] ?? '') + 1, length: 0 } : countAt(tokens, at + 1, QUARTERS)
  if (!count) return null
  if (count.value < 1 || count.value > 4) return { is: 'impossible', most: 4, length: 1 + count.length }
  const year = yearAt(tokens, at + 1 + count.length, today)
  return period(`${year.value}-Q${count.value}`, 1 + count.length + year.length)
}

/** «tháng 3», «T3/2024», «tháng ba năm 2024», «03/2024». */
function month(tokens: readonly Token[], at: number, today: Today): Found | Impossible | null {
  const isNamed = /^(thang|thg|t)$/.test(tokens[at]?.folded ?? '')
  const isBare = tokens[at]?.kind === 'number' && tokens[at + 1]?.text === '/' && isYear(tokens[at + 2])
  if (!isNamed && !isBare) return null
  const from = isNamed ? at + 1 : at
  const count = countAt(tokens, from, MONTHS)
  if (!count) return null
  const length = from - at + count.length
  if (count.value < 1 || count.value > 12) return { is: 'impossible', most: 12, length }
  const year = yearAt(tokens, from + count.length, today)
  return period(`${year.value}-${String(count.value).padStart(2, '0')}`, length + year.length)
}

function wholeYear(tokens: readonly Token[], at: number): Found | null {
  return isYear(tokens[at]) ? period(tokens[at]?.text ?? '', 1) : null
}

function countAt(
  tokens: readonly Token[],
  at: number,
  names: Lexicon<number>,
): { value: number; length: number } | null {
  const token = tokens[at]
  if (token?.kind === 'number' && /^\d{1,2}$/.test(token.text)) return { value: Number(token.text), length: 1 }
  const named = names.find(tokens, at)
  return named ? { value: named.meaning, length: named.length } : null
}

/** «/2024», «năm 2024», «-2024», «2024»; the year of the day where none is said. */
function yearAt(tokens: readonly Token[], at: number, today: Today): { value: number; length: number } {
  const lead = /^(\/|-|\.|,|nam)$/.test(tokens[at]?.folded ?? '') ? 1 : 0
  const token = tokens[at + lead]
  if (isYear(token)) return { value: Number(token?.text), length: lead + 1 }
  const isThisYear = lead === 1 && tokens[at]?.folded === 'nam' && token?.folded === 'nay'
  return { value: today.year, length: isThisYear ? 2 : 0 }
}

function isYear(token: Token | undefined): boolean {
  return token?.kind === 'number' && /^20\d\d$/.test(token.text)
}

function period(code: string, length: number): Found {
  return { is: 'period', code, length }
}

interface Shift {
  of: 'month' | 'quarter' | 'year'
  by: number
}

function shifted({ of, by }: Shift, { year, month: of12 }: Today): string {
  if (of === 'year') return String(year + by)
  const size = of === 'month' ? 12 : 4
  const place = of === 'month' ? of12 : Math.ceil(of12 / 3)
  const at = year * size + place - 1 + by
  const value = (at % size) + 1
  return `${Math.floor(at / size)}-${of === 'month' ? String(value).padStart(2, '0') : `Q${value}`}`
}

/** Words beside a period that say nothing of which it is. */
const PASSED = new Set([
  'ky',
  'bao',
  'cao',
  'cua',
  'cho',
  'la',
  'trong',
  'so',
  'lieu',
  'ket',
  'qua',
  '«',
  '»',
  '"',
  '(',
  ')',
])

const RELATIVE = new Lexicon<Shift>([
  [{ of: 'quarter', by: 0 }, 'quý này|quí này'],
  [{ of: 'quarter', by: -1 }, 'quý trước|quí trước|quý vừa rồi'],
  [{ of: 'quarter', by: 1 }, 'quý sau|quý tới|quí sau'],
  [{ of: 'month', by: 0 }, 'tháng này'],
  [{ of: 'month', by: -1 }, 'tháng trước|tháng vừa rồi'],
  [{ of: 'month', by: 1 }, 'tháng sau|tháng tới'],
  [{ of: 'year', by: 0 }, 'năm nay'],
  [{ of: 'year', by: -1 }, 'năm trước|năm ngoái'],
])

const PARTS = new Lexicon<string>([
  ['-H1', '6 tháng|sáu tháng|6 tháng đầu|sáu tháng đầu|6 tháng đầu năm|sáu tháng đầu năm|nửa đầu năm|nửa năm'],
  ['-H2', '6 tháng cuối năm|sáu tháng cuối năm|6 tháng cuối|nửa cuối năm'],
  ['-9M', '9 tháng|chín tháng|9 tháng đầu|9 tháng đầu năm|chín tháng đầu năm'],
  ['', 'cả năm|năm|12 tháng|mười hai tháng|trọn năm|toàn năm'],
])

const ROMAN = ['i', 'ii', 'iii', 'iv']
const QUARTERS = new Lexicon<number>([
  [1, 'i|một|nhất'],
  [2, 'ii|hai'],
  [3, 'iii|ba'],
  [4, 'iv|tư|bốn'],
])
const MONTHS = new Lexicon<number>([
  [1, 'một'],
  [2, 'hai'],
  [3, 'ba'],
  [4, 'tư|bốn'],
  [5, 'năm'],
  [6, 'sáu'],
  [7, 'bảy|bẩy'],
  [8, 'tám'],
  [9, 'chín'],
  [10, 'mười'],
  [11, 'mười một'],
  [12, 'mười hai'],
])
