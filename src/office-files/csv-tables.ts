import { CsvError, parse } from 'csv-parse/sync'
import { fileProblem, type Read } from './file-problem.ts'
import type { Table } from './table.ts'

/**
 * A text as a table for each separator that it may have; the headings tell which one is meant. Empty rows are kept, so that a
 * row has the number that a spreadsheet program shows.
 */
export function csvTables(file: string, text: string): Read<Table[]> {
  const tried = [',', ';', '\t'].map(delimiter => tableOf(file, text, delimiter))
  const tables = tried.flatMap(read => (read.ok ? read.value : []))
  const failed = tried.find(read => !read.ok)
  return tables.length > 0 || !failed ? { ok: true, value: tables } : failed
}

function tableOf(file: string, text: string, delimiter: string): Read<Table[]> {
  try {
    const rows = parse(text, { bom: true, delimiter, relax_column_count: true, trim: true, skip_empty_lines: false })
    return { ok: true, value: [{ file, sheet: null, rows, hasFullRows: true }] }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = typeof error.lines === 'number' ? error.lines : 1
    return { ok: false, problems: [fileProblem(file, 'csvSyntax', { line, detail: error.message })] }
  }
}
