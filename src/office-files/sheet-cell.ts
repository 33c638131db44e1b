import { localTime } from '../clock.ts'

/** What a cell of an export holds: a text, a number, a plain day, an instant, nothing. */
export type SheetCell = string | number | bigint | { day: string } | { at: Date } | null

/** As a person reads it in a text file: «31/03/2024», «31/03/2024 08:30» by the time of the place. */
export function cellInWords(cell: SheetCell, timeZone: string): string {
  if (cell === null) return ''
  if (typeof cell !== 'object') return String(cell)
  if ('day' in cell) return dayInWords(cell.day)
  return localTime(cell.at, timeZone)
}

function dayInWords(day: string): string {
  return day.split('-').reverse().join('/')
}
