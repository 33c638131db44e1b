import { readFile } from 'node:fs/promises'
import { csvTables } from './csv-tables.ts'
import { decodeText } from './decode-text.ts'
import { fileProblem, type Read } from './file-problem.ts'
import { type Column, headingIn, type List, listUnder } from './list-rows.ts'
import { officeFormat } from './office-format.ts'
import type { OldFont } from './old-font.ts'
import type { Table } from './table.ts'
import { wholeNames } from './whole-names.ts'
import { xlsxTables } from './xlsx-tables.ts'

/** Larger than any list of an office, small enough to be held three times. */
const largest = 30_000_000

export type ReadList<Name extends string> = List<Name> & { convertedFrom: OldFont | null }

/**
 * Reads a list that an office keeps: CSV in any usual encoding, or XLSX. All problems of one stage at once, each with its cell;
 * what it gives has no destroyed text in it.
 */
export async function readList<Name extends string>(
  file: string,
  columns: readonly Column<Name>[],
): Promise<Read<ReadList<Name>>> {
  let bytes: Uint8Array
  try {
    bytes = await readFile(file)
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    return { ok: false, problems: [fileProblem(file, isMissing ? 'fileMissing' : 'fileUnreadable', { file })] }
  }
  return readListFrom(file, bytes, columns)
}

/** The same, of bytes at hand. */
export async function readListFrom<Name extends string>(
  file: string,
  bytes: Uint8Array,
  columns: readonly Column<Name>[],
): Promise<Read<ReadList<Name>>> {
  if (bytes.length > largest) return { ok: false, problems: [fileProblem(file, 'fileTooLarge')] }
  if (officeFormat(bytes) !== 'xlsx') return readTextList(file, bytes, columns)
  const tables = await xlsxTables(file, bytes)
  return tables.ok ? wholeList(file, tables.value, columns) : tables
}

/** A list in a text file. */
export function readTextList<Name extends string>(
  file: string,
  bytes: Uint8Array,
  columns: readonly Column<Name>[],
): Read<ReadList<Name>> {
  const format = officeFormat(bytes)
  if (format !== 'text') return { ok: false, problems: [fileProblem(file, `format.${format}`)] }
  const text = decodeText(bytes)
  if (text === null) return { ok: false, problems: [fileProblem(file, 'encodingUnclear')] }
  const tables = csvTables(file, text)
  return tables.ok ? wholeList(file, tables.value, columns) : tables
}

/** The names are judged in the sheet that is read; what stands in another one is nobody's business. */
function wholeList<Name extends string>(
  file: string,
  tables: readonly Table[],
  columns: readonly Column<Name>[],
): Read<ReadList<Name>> {
  const judged = tables.map(table => ({ table, whole: wholeNames(table) }))
  const readable = judged.map(({ table, whole }) => (whole.ok ? whole.value.table : table))
  const heading = headingIn(readable, columns)
  const judgement = judged[heading ? readable.indexOf(heading.table) : 0]?.whole
  if (judgement && !judgement.ok) return judgement
  const list = listUnder(file, heading, columns)
  if (!list.ok) return list
  return { ok: true, value: { ...list.value, convertedFrom: judgement?.value.convertedFrom ?? null } }
}
