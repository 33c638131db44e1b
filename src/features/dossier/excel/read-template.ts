import { unitName } from '../../../campaign/names.ts'
import { periodName } from '../../../campaign/period-name.ts'
import type { Ctx } from '../../../contract/feature.ts'
import { officeFormat } from '../../../office-files/office-format.ts'
import { withPercentsAsText } from '../../../office-files/percent-cells.ts'
import { cellName } from '../../../office-files/table.ts'
import { noResult, type SheetValue, xlsxSheets } from '../../../office-files/xlsx-tables.ts'
import { formatDate, formatNumber } from '../../../reading/format.ts'
import { fold, normalise } from '../../../reading/text.ts'
import { readCell } from '../cell.ts'
import type { Opened } from '../opened.ts'
import type { Row } from '../row.ts'
import { type ColumnName, columns, needed } from './columns.ts'
import { stampOf } from './stamp.ts'

/** What a filled in template says, by topic; or why nothing is taken from it, one sentence a problem. */
export type ReadTemplate =
  | { ok: true; values: ReadonlyMap<string, { typed: string; reason: string }>; problems: readonly string[] }
  | { ok: false; problems: readonly string[] }

type Cells = readonly (readonly SheetValue[])[]

/** Reads the template of this very dossier; one of another unit or period, or an older one, is refused with the reason. */
export async function readTemplate(ctx: Ctx, dossier: Opened, bytes: Uint8Array): Promise<ReadTemplate> {
  const refuse = (why: string, params = {}): ReadTemplate => ({
    ok: false,
    problems: [ctx.t(`dossier.file.problems.${why}`, params)],
  })
  if (bytes.length > largest || officeFormat(bytes) !== 'xlsx') return refuse('notXlsx')
  const sheets = await xlsxSheets('', withPercentsAsText(bytes))
  if (!sheets.ok) return refuse('broken')
  const found = sheets.value.map(({ rows }) => headingIn(ctx, rows))
  const at = found.findIndex(heading => heading.missing.length === 0)
  const heading = found[at]
  const rows = sheets.value[at]?.rows
  if (!heading || !rows) {
    const best = found.toSorted((a, b) => a.missing.length - b.missing.length)[0]
    return refuse('noHeading', { missing: ctx.t(`dossier.file.columns.${best?.missing[0] ?? 'name'}`) })
  }
  return readRows(ctx, dossier, rows, heading)
}

const largest = 5_000_000

interface Heading {
  row: number
  place: ReadonlyMap<ColumnName, number>
  missing: readonly ColumnName[]
}

/** The row that has the most headings of the template, wherever it stands. */
function headingIn(ctx: Ctx, rows: Cells): Heading {
  const wanted = columns.map(name => [name, plain(ctx.t(`dossier.file.columns.${name}`))] as const)
  const tried = rows.slice(0, 30).map((cells, row): Heading => {
    const folded = cells.map(cell => plain(textOf(cell)))
    const place = new Map(
      wanted.flatMap(([name, text]) => (folded.includes(text) ? [[name, folded.indexOf(text)] as const] : [])),
    )
    return { row, place, missing: needed.filter(name => !place.has(name)) }
  })
  return (
    tried.toSorted((a, b) => a.missing.length - b.missing.length)[0] ?? { row: 0, place: new Map(), missing: needed }
  )
}

function readRows(ctx: Ctx, dossier: Opened, rows: Cells, { row: headed, place }: Heading): ReadTemplate {
  const { t } = ctx
  const values = new Map<string, { typed: string; reason: string }>()
  const problems: string[] = []
  const seen = new Set<string>()
  const at = (cells: readonly SheetValue[], name: ColumnName) => cells[place.get(name) ?? -1] ?? null
  const wanted = {
    unit: unitName(ctx.campaign, dossier.unit),
    period: periodName(dossier.period, t),
    stamp: stampOf(dossier.unit, dossier.period, dossier.rows),
  }
  for (const [index, cells] of rows.entries()) {
    if (index <= headed || cells.every(cell => textOf(cell) === '')) continue
    const name = textOf(at(cells, 'name'))
    if (name === '') continue
    const away = whoseElse(ctx, wanted, {
      unit: textOf(at(cells, 'unit')),
      period: textOf(at(cells, 'period')),
      stamp: textOf(at(cells, 'stamp')),
    })
    // A row that came out of another template makes the whole file another one.
    if (away) return { ok: false, problems: [away] }
    const nameOf = (column: ColumnName) => cellName(place.get(column) ?? 0, index)
    const problem = (column: ColumnName, why: string) =>
      problems.push(t('dossier.file.problem', { cell: nameOf(column), why }))
    const row = dossier.rows.find(one => plain(one.name) === plain(name))
    if (!row) {
      problem('name', t('dossier.file.problems.noRow', { name }))
      continue
    }
    if (seen.has(row.topic)) {
      problem('name', t('dossier.file.problems.twice', { name }))
      values.delete(row.topic)
      continue
    }
    seen.add(row.topic)
    const said = saidIn(ctx, row, at(cells, 'value'), at(cells, 'whole'))
    if (said === null) continue
    if ('column' in said) {
      problem(said.column, said.why)
      continue
    }
    const reason = textOf(at(cells, 'reason'))
    const reading = readCell(row, said.typed, reason, { t, today: ctx.sentOn })
    // A figure that is understood and only wants its reason goes into the table, where the reason is asked.
    if (!reading.ok && !readCell(row, said.typed, '***', { t, today: ctx.sentOn }).ok) problem('value', reading.why)
    else values.set(row.topic, { typed: said.typed, reason })
  }
  if (values.size === 0 && problems.length === 0) return { ok: false, problems: [t('dossier.file.problems.empty')] }
  return { ok: true, values, problems }
}

interface Whose {
  unit: string
  period: string
  stamp: string
}

function whoseElse({ t }: Ctx, wanted: Whose, found: Whose): string | null {
  if (plain(found.unit) !== plain(wanted.unit))
    return t('dossier.file.problems.otherUnit', { found: found.unit, wanted: wanted.unit })
  if (plain(found.period) !== plain(wanted.period))
    return t('dossier.file.problems.otherPeriod', { found: found.period, wanted: wanted.period })
  return plain(found.stamp) === plain(wanted.stamp) ? null : t('dossier.file.problems.older')
}

type Said = { typed: string } | { column: ColumnName; why: string }

/** What the two cells say together, as it would be typed; null: both are empty. */
function saidIn(ctx: Ctx, row: Row, value: SheetValue, whole: SheetValue): Said | null {
  const [first, second] = [cellOf(ctx, row, 'value', value), cellOf(ctx, row, 'whole', whole)]
  if ('why' in first) return first
  if ('why' in second) return second
  if (first.typed === '' && second.typed === '') return null
  const isPair = row.kind === 'percent' || row.kind === 'money'
  const problem = (column: ColumnName, why: string, found: string): Said => ({
    column,
    why: ctx.t(`dossier.file.problems.${why}`, { found }),
  })
  if (!isPair) return second.typed === '' ? first : problem('whole', 'wholeExtra', second.typed)
  if (first.typed === '') return problem('value', 'valueMissing', second.typed)
  if (second.typed !== '') return { typed: `${first.typed}/${second.typed}` }
  // «19/20» as a text, or «không phát sinh»; a bare number is half of what is asked.
  return typeof value === 'number' || /^[\d.]+$/.test(first.typed)
    ? problem('whole', 'wholeMissing', first.typed)
    : first
}

function cellOf(
  { t }: Ctx,
  { kind }: Row,
  column: ColumnName,
  cell: SheetValue,
): { typed: string } | { column: ColumnName; why: string } {
  const problem = (why: string, found: string) => ({ column, why: t(`dossier.file.problems.${why}`, { found }) })
  if (cell instanceof Date) return problem('date', formatDate(cell.toISOString().slice(0, 10)))
  if (typeof cell === 'number') {
    if (!Number.isInteger(cell)) return problem('decimal', String(cell).replace('.', ','))
    return { typed: kind === 'money' ? `${cell} đồng` : String(cell) }
  }
  if (typeof cell === 'boolean') return { typed: cell ? 'có' : 'chưa' }
  const text = textOf(cell)
  if (text === noResult || /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!)$/.test(text))
    return problem('formula', text)
  if (kind === 'money' && /^\d[\d.]*$/.test(text)) return { typed: `${text} đồng` }
  if (/^\d+[.,]\d{1,2}$|%$/.test(text)) return problem('decimal', text)
  return { typed: text }
}

function textOf(cell: SheetValue): string {
  if (cell === null) return ''
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  return typeof cell === 'number' ? formatNumber(BigInt(Math.trunc(cell))) : normalise(String(cell))
}

function plain(text: string): string {
  return fold(normalise(text))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
