import { wallClock } from './wall-clock.ts'

/** What a cell of an export holds: a text, a number, a plain day, an instant, nothing. */
export type SheetCell = string | number | bigint | { day: string } | { at: Date } | null

/** As a person reads it in a text file: «31/03/2024», «31/03/2024 08:30» by the time of the place. */
export function cellInWords(cell: SheetCell, timeZone: string): string {
  if (cell === null) return ''
  if (typeof cell !== 'object') return String(cell)
  if ('day' in cell) return dayInWords(cell.day)
  const local = wallClock(cell.at, timeZone).toISOString()
  return `${dayInWords(local.slice(0, 10))} ${local.slice(11, 16)}`
}

function dayInWords(day: string): string {
  return day.split('-').reverse().join('/')
}
