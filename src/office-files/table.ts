/** The cells of one sheet, as texts in NFC. A day is 'YYYY-MM-DD' where the file knew it as a date. */
export interface Table {
  file: string
  /** The sheet's name, where the workbook has several. */
  sheet: string | null
  rows: readonly (readonly string[])[]
  /** Each row says how many cells it has, so that a missing one is a fault; a workbook leaves out what is empty. */
  hasFullRows: boolean
}

/** «C7»: column 2, row 6, both counted from 0. */
export function cellName(column: number, row: number): string {
  let name = ''
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26))
    name = String.fromCharCode(65 + ((left - 1) % 26)) + name
  return `${name}${row + 1}`
}
