import { MAX_SHORT_ANSWER } from './text.ts'

/** Money, percent: what a head or a note says the figures are in. */
const UNITS: readonly (readonly [RegExp, string])[] = [
  [/triệu đồng|trđ|tr\.? ?đ/iu, 'triệu đồng'],
  [/(?:nghìn|ngàn) đồng|1[.,]?000 ?(?:đồng|đ)/iu, 'nghìn đồng'],
  [/tỷ đồng|tỉ đồng/iu, 'tỷ đồng'],
  [/(?:^|[( ])(?:đồng|vnđ|đ)(?:[) ]|$)/iu, 'đồng'],
  [/%/u, '%'],
]
const HEAD = /^\s*(?:stt|tt)\b/iu
const ROW_NUMBER = /^(?:stt )?\d{1,3}\.?$/iu
const TOTAL = /^(?:tổng )?(?:cộng|tổng số|tổng)\b/iu
/** «ĐVT: triệu đồng», «(Đơn vị tính: nghìn đồng)», a line of its own. */
const UNIT_LINE = /^\s*\(?\s*(?:đvt|đơn vị tính|đơn vị)\s*:\s*([^\n:)]{1,20})\)?\s*$/iu
/** «KH vốn năm 2024 (triệu đồng): 8.640» */
const UNIT_BESIDE = /^([^\n]*)\((triệu đồng|nghìn đồng|ngàn đồng|tỷ đồng|đồng|trđ|%)\)\s*:\s*([\d.,]+)\s*$/iu
/** «II. KẾT QUẢ THỰC HIỆN»: a heading of its own. */
const HEADING = /^\s*(?:[IVX]{1,4}|[A-Z])\.\s+[^\d]+$/u
const LINES_AT_MOST = 30

/**
 * What a line out of a table, a report or a form says, as a sentence: «STT | Nội dung | Số tiền (đồng)», under it «1 | Tập huấn | 36.000.000» →
 * «36.000.000 đồng». Of several rows that of the total. The same text where it is no such thing, or does not say which figure is meant.
 */
export function outOfTable(text: string): string {
  if (text.length > MAX_SHORT_ANSWER) return text
  const lines = text.split(/[\r\n]+/).filter(line => line.trim() !== '')
  if (lines.length > LINES_AT_MOST) return text
  const [first = '', ...rows] = lines
  if (lines.length === 1) return alone(first)
  if (HEAD.test(first)) return fromRows(cellsOf(first), rows.map(cellsOf)) ?? text
  const unit = UNIT_LINE.exec(first)?.[1]
  if (unit !== undefined && rows.length === 1 && /\d\s*$/.test(rows[0] ?? ''))
    return `${rows[0]} ${unitIn(unit) ?? unit}`
  return HEADING.test(first) && rows.length === 1 ? (rows[0] ?? text).replace(/^\s*\d{1,2}\.\s+/, '') : text
}

function alone(line: string): string {
  const [, label, unit = '', said] = UNIT_BESIDE.exec(line) ?? []
  if (said !== undefined) return `${label}: ${said} ${unitIn(unit) ?? unit}`
  const cells = cellsOf(line)
  const [figure, ...others] = cells.slice(1).filter(cell => /\d/.test(cell))
  const isRow = cells.length > 2 && ROW_NUMBER.test(cells[0] ?? '') && line.includes('|')
  return isRow && figure !== undefined && others.length === 0 ? figure : line
}

const cellsOf = (line: string): string[] =>
  line
    .split(/\s*[|\t]\s*|\s{3,}/u)
    .map(cell => cell.trim())
    .filter((cell, at) => cell !== '' || at > 0)

/** The last cell of the only row, or of the row of the total, with the unit that its column, or one before it, names. */
function fromRows(head: readonly string[], rows: readonly string[][]): string | undefined {
  const totals = rows.filter(cells => cells.some(cell => TOTAL.test(cell)))
  const [row, ...others] = totals.length > 0 ? totals : rows
  const value = row?.at(-1) ?? ''
  if (row === undefined || others.length > 0 || !/\d/.test(value)) return undefined
  if (totals.length === 0 && (row.length !== head.length || !ROW_NUMBER.test(row[0] ?? ''))) return undefined
  const isOnly = row.slice(1, -1).every(cell => !/^[\d.,]+$/.test(cell))
  const unit =
    unitIn(head.at(-1) ?? '') ??
    row
      .slice(1, -1)
      .map(unitIn)
      .find(found => found !== undefined)
  return isOnly ? (unit === undefined || /\p{L}|%/u.test(value) ? value : `${value} ${unit}`) : undefined
}

const unitIn = (said: string): string | undefined => UNITS.find(([form]) => form.test(said))?.[1]
