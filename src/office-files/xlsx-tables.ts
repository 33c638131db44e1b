import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import readWorkbook from 'read-excel-file/node'
import { wellFormed } from '../reading/well-formed.ts'
import { fileProblem, type Read } from './file-problem.ts'
import type { Table } from './table.ts'

/** Far above any list of an office; a small file may unpack to any size. */
const mostUnpacked = 200_000_000

/** What stands in a cell whose formula has no stored result. */
export const noResult = '#?'

/** What a cell holds as the file has it: a number stays one, a date is midnight of its day in UTC. */
export type SheetValue = string | number | boolean | Date | null

/** Every sheet of a workbook as texts. Formulas count with the result that is stored in the file. */
export async function xlsxTables(file: string, bytes: Uint8Array): Promise<Read<Table[]>> {
  const read = await xlsxSheets(file, bytes)
  if (!read.ok) return read
  const isOnly = read.value.length === 1
  const tables = read.value.map(({ sheet, rows }) => ({
    file,
    sheet: isOnly ? null : sheet,
    rows: rows.map(row => row.map(cellText)),
    hasFullRows: false,
  }))
  return { ok: true, value: tables }
}

/** Every sheet of a workbook with its values. */
export async function xlsxSheets(
  file: string,
  bytes: Uint8Array,
): Promise<Read<{ sheet: string; rows: (readonly SheetValue[])[] }[]>> {
  let sheets: Awaited<ReturnType<typeof readWorkbook>>
  try {
    sheets = await readWorkbook(withErrorsAsText(bytes))
  } catch {
    return { ok: false, problems: [fileProblem(file, 'workbookBroken')] }
  }
  return {
    ok: true,
    value: sheets.map(({ sheet, data }) => ({ sheet: wellFormed(sheet), rows: data.map(row => row.map(cellValue)) })),
  }
}

function cellValue(value: unknown): SheetValue {
  if (value === null || value === undefined) return null
  return typeof value === 'number' || typeof value === 'boolean' || value instanceof Date
    ? value
    : wellFormed(String(value))
}

/**
 * The reader takes an error («#N/A») and a formula without result for an empty cell, and what is empty may go away in the
 * database: here both become texts that are refused later by their cell.
 */
function withErrorsAsText(bytes: Uint8Array): Buffer {
  let size = 0
  const parts = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      size += originalSize
      if (size > mostUnpacked) throw new Error('too large')
      return /\.(?:xml|rels)$/i.test(name)
    },
  })
  for (const [name, part] of Object.entries(parts)) {
    if (!/worksheets\/[^/]+\.xml$/i.test(name)) continue
    const sheet = strFromU8(part)
      .replace(/(<(?:\w+:)?c\b[^>]*\st=")e"/g, '$1str"')
      .replace(
        /<((?:\w+:)?)c\b([^>]*)>\s*<\1f\b[^>]*(?:\/>|>[^<]*<\/\1f>)\s*(?:<\1v\s*\/>)?\s*<\/\1c>/g,
        (_, space: string, attributes: string) =>
          `<${space}c${attributes.replace(/\s[ts]="[^"]*"/g, '')} t="str"><${space}v>${noResult}</${space}v></${space}c>`,
      )
    parts[name] = strToU8(sheet)
  }
  return Buffer.from(zipSync(parts, { level: 0 }))
}

/** A date of a workbook is the midnight of its day in UTC. */
function cellText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  return String(value).normalize('NFC').trim()
}
