import { nearestOf } from '../../campaign/nearest.ts'
import type { NewUnit, Reorganisation } from '../../campaign/reorganisation.ts'
import type { UnitRow } from '../../campaign/unit.ts'
import { type UnitKind, unitKinds } from '../../campaign/unit-kind.ts'
import { readDayCell } from '../../office-files/day-cell.ts'
import type { FileProblem, Read } from '../../office-files/file-problem.ts'
import type { Column, List, ListRow } from '../../office-files/list-rows.ts'
import { fold, normalise } from '../../reading/text.ts'

export type ReorganisationColumn = 'from' | 'to' | 'name' | 'kind' | 'parent' | 'day' | 'main' | 'document'

/** A line a way: which unit, and where it goes. An empty new unit: it is dissolved; two lines of one unit: it is divided. */
export const reorganisationColumns: readonly Column<ReorganisationColumn>[] = [
  {
    name: 'from',
    isNeeded: true,
    headings: ['Mã đơn vị cũ', 'Đơn vị cũ', 'Mã cũ', 'Đơn vị trước sắp xếp', 'from', 'old unit'],
  },
  {
    name: 'to',
    isNeeded: true,
    headings: ['Mã đơn vị mới', 'Đơn vị mới', 'Mã mới', 'Đơn vị sau sắp xếp', 'to', 'new unit'],
  },
  { name: 'name', isNeeded: false, headings: ['Tên đơn vị mới', 'Tên mới', 'name', 'new name'] },
  { name: 'kind', isNeeded: false, headings: ['Loại đơn vị mới', 'Loại đơn vị', 'Loại', 'kind'] },
  { name: 'parent', isNeeded: false, headings: ['Mã đơn vị cấp trên', 'Đơn vị cấp trên', 'Cấp trên', 'parent'] },
  { name: 'day', isNeeded: true, headings: ['Từ ngày', 'Hiệu lực từ', 'Ngày hiệu lực', 'from day', 'effective'] },
  { name: 'main', isNeeded: false, headings: ['Phần lớn hơn', 'Phần chính', 'main'] },
  { name: 'document', isNeeded: false, headings: ['Căn cứ', 'Số quyết định', 'Nghị quyết', 'Quyết định', 'document'] },
]

export interface ReorganisationKnowledge {
  known: readonly UnitRow[]
  kinds: ReadonlyMap<string, UnitKind>
}

type Row = ListRow<ReorganisationColumn>

/** What a list says, every problem at once, each with its cell. Day and decision may stand in the first line alone. */
export function reorganisationIn(
  list: List<ReorganisationColumn>,
  { known, kinds }: ReorganisationKnowledge,
): Read<Reorganisation> {
  const problems: FileProblem[] = []
  const say = (row: Row, column: ReorganisationColumn, code: string, params: FileProblem['params'] = {}) =>
    problems.push({ file: list.file, sheet: list.sheet, cell: row.cellOf(column), code, params })
  const units = new Map(known.map(unit => [unit.code, unit]))
  const newUnits = new Map<string, NewUnit>()
  for (const row of list.rows) {
    const { from = '', to = '', kind: word = '', parent = '' } = row.cells
    const name = normalise(row.cells.name ?? '')
    if (!units.has(from)) {
      const nearest = nearestOf(from, units.keys()) ?? ''
      say(
        row,
        'from',
        from === '' ? 'unitCodeEmpty' : nearest ? 'reorganisationUnknownNear' : 'reorganisationUnknown',
        {
          ...{ value: from, nearest, unit: from },
        },
      )
    }
    if (to === '' || newUnits.has(to)) continue
    if (!/^[A-Z0-9]+(-[A-Z0-9]+)*$/.test(to)) say(row, 'to', 'unitCodeWrong', { value: to, unit: to })
    const kind = word === '' ? (units.get(to)?.kind ?? units.get(from)?.kind) : kindNamed(word, kinds)
    if (kind === undefined)
      say(row, 'kind', 'unitKindUnknown', { value: word, allowed: unitKinds.join(', '), unit: to })
    if (name === '') continue
    newUnits.set(to, {
      code: to,
      name,
      kind: kind ?? 'department',
      parentCode: parent || (units.get(from)?.parentCode ?? null),
    })
  }
  for (const row of list.rows) {
    const { to = '', parent = '' } = row.cells
    if (to !== '' && !newUnits.has(to) && !units.has(to)) say(row, 'name', 'reorganisationNameMissing', { unit: to })
    if (parent !== '' && !units.has(parent) && !newUnits.has(parent))
      say(row, 'parent', 'unitParentUnknown', { value: parent, unit: to })
  }
  const effectiveOn = dayIn(list.rows, say)
  if (problems.length > 0 || effectiveOn === null) return { ok: false, problems }
  const document = list.rows.map(({ cells }) => normalise(cells.document ?? '')).find(text => text !== '') ?? ''
  const arrows = list.rows.map(({ cells: { from = '', to = '', main = '' } }) => ({
    ...{ from, to: to === '' ? null : to, isMain: isYes(main) },
  }))
  return { ok: true, value: { effectiveOn, document, arrows, newUnits: [...newUnits.values()] } }
}

/** One day for all lines: two of them are two files. */
function dayIn(
  rows: readonly Row[],
  say: (row: Row, column: ReorganisationColumn, code: string, params?: FileProblem['params']) => void,
): string | null {
  let day: string | null = null
  for (const row of rows) {
    const given = row.cells.day ?? ''
    if (given === '') continue
    const read = readDayCell(given)
    if (read === null) say(row, 'day', 'wrongDay', { value: given })
    else if (day !== null && read !== day) say(row, 'day', 'reorganisationDays', { value: given })
    else day = read
  }
  const [first] = rows
  if (first && day === null && rows.every(({ cells }) => (cells.day ?? '') === ''))
    say(first, 'day', 'reorganisationDayMissing')
  return day
}

function kindNamed(word: string, kinds: ReadonlyMap<string, UnitKind>): UnitKind | undefined {
  return unitKinds.find(kind => kind === word) ?? kinds.get(fold(word))
}

function isYes(word: string): boolean {
  return ['x', 'co', 'dung', '1', 'yes', 'true', 'chinh', 'phan chinh', 'lon hon'].includes(fold(word))
}
