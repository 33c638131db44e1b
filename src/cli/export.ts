import writeXlsxFile from 'write-excel-file/node'
import { Complaint } from '../complaint.ts'
import { exportTables } from './export-tables.ts'
import type { Work } from './work.ts'

/** `export TABLE --format json|csv|xlsx`: json is one object a line; secrets and message bodies are not in any table. */
export const exportWork: Work = async (system, args) => {
  const t = system.texts(system.defaultLocale)
  const table = exportTables[args.table ?? '']
  if (!table)
    throw new Complaint(
      t('cli.unknownTable', { table: args.table ?? '', tables: Object.keys(exportTables).join(', ') }),
    )
  const rows = (await table(system.prisma)).map(plain)
  switch (args.format ?? 'json') {
    case 'json':
      return { output: rows.map(row => `${JSON.stringify(row)}\n`).join('') }
    case 'csv':
      return { output: csv(rows) }
    case 'xlsx':
      return { output: await xlsx(rows) }
    default:
      throw new Complaint(t('cli.unknownFormat', { format: args.format ?? '' }))
  }
}

type Row = Readonly<Record<string, string | number | boolean | null | object>>

/** Dates as ISO text, big integers as digits: the same in every format. */
function plain(row: Readonly<Record<string, unknown>>): Row {
  return JSON.parse(JSON.stringify(row, (_, value) => (typeof value === 'bigint' ? String(value) : value)))
}

function cell(value: Row[string] | undefined): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** RFC 4180 with a byte-order mark, so that spreadsheet programs read the accents; a leading formula sign is made text. */
function csv(rows: readonly Row[]): string {
  const columns = Object.keys(rows[0] ?? {})
  const quote = (text: string) => {
    const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
  }
  const lines = rows.map(row => columns.map(column => quote(cell(row[column]))).join(','))
  return `\uFEFF${[columns.join(','), ...lines].join('\r\n')}\r\n`
}

async function xlsx(rows: readonly Row[]): Promise<Uint8Array> {
  const columns = Object.keys(rows[0] ?? {})
  const header = columns.map(value => ({ value, fontWeight: 'bold' as const }))
  const lines = rows.map(row => columns.map(column => ({ value: cell(row[column]), type: String })))
  return new Uint8Array(await writeXlsxFile([header, ...lines], { sheet: 'data' }).toBuffer())
}
