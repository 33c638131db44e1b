import { Temporal } from 'temporal-polyfill'
import { readDayCell } from '../office-files/day-cell.ts'
import type { FileProblem, Read } from '../office-files/file-problem.ts'
import type { List, ListRow } from '../office-files/list-rows.ts'
import { fold, normalise } from '../reading/text.ts'
import { type CalendarData, type CalendarYear, weekdays } from './calendar.ts'
import type { CalendarColumn } from './calendar-columns.ts'

export type CalendarYears = Readonly<Record<string, CalendarYear>>

/**
 * The years that a list of days names, each whole: what the list does not name of such a year is an ordinary day. Without a column
 * for it, a year is official: a decision is what people enter. Every problem at once, each with its cell.
 */
export function yearsIn(list: List<CalendarColumn>, weekend: CalendarData['weekend']): Read<CalendarYears> {
  const problems: FileProblem[] = []
  const say: Say = (row, column, code, params = {}) =>
    problems.push({ file: list.file, sheet: list.sheet, cell: row.cellOf(column), code, params })
  const years = new Map<
    string,
    { off: CalendarYear['off'][number][]; workingWeekend: string[]; status: CalendarYear['status'] | null }
  >()
  const first = new Map<string, string>()
  for (const row of list.rows) {
    const date = dayIn(row, first, say)
    const kind = kindIn(row, say)
    const status = statusIn(row, say)
    const name = normalise(row.cells.name ?? '')
    if (date === null) continue
    const year = date.slice(0, 4)
    const found = years.get(year) ?? { off: [], workingWeekend: [], status }
    if (found.status !== status && status !== null) say(row, 'status', 'dayStatusMixed', { year })
    if (kind === 'off') {
      if (name === '') say(row, 'name', 'dayNameEmpty', { day: row.cells.date ?? '' })
      found.off.push({ date, name })
    } else if (kind === 'working') {
      if (!isWeekend(date, weekend)) say(row, 'date', 'dayNotWeekend', { day: row.cells.date ?? '' })
      found.workingWeekend.push(date)
    }
    years.set(year, found)
  }
  if (problems.length > 0) return { ok: false, problems }
  const value = [...years].map(([year, { off, workingWeekend, status }]) => [
    year,
    {
      status: status ?? 'official',
      off: off.sort((one, other) => (one.date < other.date ? -1 : 1)),
      workingWeekend: workingWeekend.sort(),
    },
  ])
  return { ok: true, value: Object.fromEntries(value) }
}

type Row = ListRow<CalendarColumn>
type Say = (row: Row, column: CalendarColumn, code: string, params?: FileProblem['params']) => void

function dayIn(row: Row, first: Map<string, string>, say: Say): string | null {
  const given = row.cells.date ?? ''
  const day = readDayCell(given)
  const before = first.get(day ?? '')
  if (given === '') say(row, 'date', 'dayEmpty')
  else if (day === null) say(row, 'date', 'wrongDay', { value: given })
  else if (before !== undefined) say(row, 'date', 'dayTwice', { day: given, first: before })
  else first.set(day, row.cellOf('date'))
  return day
}

function kindIn(row: Row, say: Say): 'off' | 'working' | null {
  const given = row.cells.kind ?? ''
  const kind = kinds.get(fold(given)) ?? null
  if (given === '') say(row, 'kind', 'dayKindEmpty')
  else if (kind === null) say(row, 'kind', 'dayKindUnknown', { value: given })
  return kind
}

function statusIn(row: Row, say: Say): CalendarYear['status'] | null {
  const given = row.cells.status ?? ''
  if (given === '') return null
  const status = statuses.get(fold(given)) ?? null
  if (status === null) say(row, 'status', 'dayStatusUnknown', { value: given })
  return status
}

function isWeekend(date: string, weekend: CalendarData['weekend']): boolean {
  const weekday = weekdays[Temporal.PlainDate.from(date).dayOfWeek - 1]
  return weekday !== undefined && weekend.includes(weekday)
}

const kinds = new Map<string, 'off' | 'working'>([
  ['nghi', 'off'],
  ['ngay nghi', 'off'],
  ['nghi le', 'off'],
  ['nghi bu', 'off'],
  ['off', 'off'],
  ['lam bu', 'working'],
  ['ngay lam bu', 'working'],
  ['lam viec', 'working'],
  ['di lam', 'working'],
  ['hoan doi', 'working'],
  ['working', 'working'],
])

const statuses = new Map<string, CalendarYear['status']>([
  ['chinh thuc', 'official'],
  ['official', 'official'],
  ['du kien', 'provisional'],
  ['tam thoi', 'provisional'],
  ['provisional', 'provisional'],
])
