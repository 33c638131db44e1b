import { xlsxSheets } from '../../../src/office-files/xlsx-tables.ts'
import { type TestCell, workbook } from '../../office-files/workbook.ts'

/** A template as a spreadsheet program saves it after somebody has filled it in: cells by the number of the row and the column. */
export async function filledIn(
  template: Uint8Array,
  cells: Readonly<Record<number, Readonly<Partial<Record<'value' | 'whole' | 'reason', TestCell>>>>>,
  change: (rows: TestCell[][]) => TestCell[][] = rows => rows,
): Promise<Uint8Array> {
  const read = await xlsxSheets('', template)
  if (!read.ok) throw new Error('the template cannot be read')
  const [sheet] = read.value
  const place = { value: 4, whole: 5, reason: 6 } as const
  const rows = (sheet?.rows ?? []).map((row, at) => {
    const written = Array.from({ length: 10 }, (_, column): TestCell => cellOf(row[column] ?? null))
    for (const [name, cell] of Object.entries(cells[at] ?? {})) written[place[name as keyof typeof place]] = cell
    return written
  })
  return workbook({ name: 'Số liệu', rows: change(rows) })
}

export const number = (value: number | string): TestCell => ({ xml: `<c><v>${value}</v></c>` })
export const percent = (value: number): TestCell => ({ xml: `<c s="2"><v>${value}</v></c>` })

function cellOf(value: unknown): TestCell {
  if (value === null) return null
  return typeof value === 'number' ? number(value) : String(value).replaceAll('&', '&amp;')
}
