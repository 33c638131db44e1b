import { fold } from '../reading/text.ts'
import type { FileProblem, Read } from './file-problem.ts'
import { cellName, type Table } from './table.ts'

/** A column that a list may have. */
export interface Column<Name extends string> {
  name: Name
  isNeeded: boolean
  /** What people write above it, in any language; accents, case and punctuation do not matter. */
  headings: readonly string[]
}

/** One row under the headings. A column that the file does not have is absent; an empty cell is ''. */
export interface ListRow<Name extends string> {
  cells: Partial<Record<Name, string>>
  /** The name of the row's cell in a column; of its first cell where the file has no such column. */
  cellOf(column: Name): string
  at: number
}

export interface List<Name extends string> {
  file: string
  sheet: string | null
  columns: ReadonlySet<Name>
  rows: readonly ListRow<Name>[]
  /** Headings that mean nothing here; their columns are not read. */
  unread: readonly string[]
}

/** How far down the headings may stand, under titles of the document. */
const deepestHeading = 40

/**
 * The row of headings: of the first table that has all that are needed, else of the one that has most. Null when no table has any.
 */
export function headingIn<Name extends string>(
  tables: readonly Table[],
  columns: readonly Column<Name>[],
): Heading<Name> | null {
  const found = tables.flatMap(table => headingOf(table, columns) ?? [])
  const nearest = [...found].sort((one, other) => other.places.size - one.places.size)[0]
  return found.find(({ missing }) => missing.length === 0) ?? nearest ?? null
}

/** The rows under the headings. */
export function listUnder<Name extends string>(
  file: string,
  heading: Heading<Name> | null,
  columns: readonly Column<Name>[],
): Read<List<Name>> {
  const missing = heading?.missing ?? columns.filter(({ isNeeded }) => isNeeded)
  if (heading && missing.length === 0) return rowsUnder(heading)
  return { ok: false, problems: missing.map(column => columnMissing(file, heading, column)) }
}

export interface Heading<Name extends string> {
  table: Table
  at: number
  places: ReadonlyMap<Name, number>
  missing: readonly Column<Name>[]
  twice: readonly { place: number; heading: string }[]
  unread: readonly { place: number; heading: string; nearest: string | null }[]
}

/** The row that names most columns; null when none names any. */
function headingOf<Name extends string>(table: Table, columns: readonly Column<Name>[]): Heading<Name> | null {
  const names = new Map(
    columns.flatMap(({ name, headings }) => headings.map(heading => [plain(heading), name] as const)),
  )
  let best: Heading<Name> | null = null
  for (const [at, row] of table.rows.slice(0, deepestHeading).entries()) {
    const places = new Map<Name, number>()
    const twice: { place: number; heading: string }[] = []
    const unread: { place: number; heading: string; nearest: string | null }[] = []
    for (const [place, heading] of row.entries()) {
      const name = names.get(plain(heading))
      if (name === undefined) {
        if (plain(heading) === '' || counters.has(plain(heading))) continue
        unread.push({ place, heading, nearest: nearestHeading(plain(heading), names) })
      } else if (places.has(name)) twice.push({ place, heading })
      else places.set(name, place)
    }
    const missing = columns.filter(({ name, isNeeded }) => isNeeded && !places.has(name))
    if (places.size > (best?.places.size ?? 0)) best = { table, at, places, missing, twice, unread }
  }
  return best
}

function rowsUnder<Name extends string>({ table, at, places, twice, unread }: Heading<Name>): Read<List<Name>> {
  const { file, sheet } = table
  const problem = (column: number, row: number, code: string, params: FileProblem['params'] = {}) => ({
    file,
    sheet,
    cell: cellName(column, row),
    code,
    params,
  })
  const problems: FileProblem[] = [
    ...twice.map(({ place, heading }) => problem(place, at, 'columnTwice', { heading })),
    // Left out, a misspelt column would leave as it is what the file means to change.
    ...unread.flatMap(({ place, heading, nearest }) =>
      nearest === null ? [] : [problem(place, at, 'columnNear', { heading, nearest })],
    ),
  ]
  const width = widthOf(table.rows[at] ?? [])
  const rows: ListRow<Name>[] = []
  for (const [rowAt, row] of table.rows.entries()) {
    if (rowAt <= at || row.every(text => text === '')) continue
    // A note under the list says nothing in its columns.
    if (table.hasFullRows && row.length < width) problems.push(problem(row.length, rowAt, 'cellMissing', { width }))
    // The mark of a text whose comma stands in no quotes; all cells behind it are one column off.
    const given = table.rows[at]?.length ?? 0
    if (table.hasFullRows && row.length > given) problems.push(problem(given, rowAt, 'cellTooMany', { width: given }))
    row.forEach((text, place) => {
      if (errors.test(text)) problems.push(problem(place, rowAt, 'formulaFailed', { value: text }))
      if (text !== '' && place >= width) problems.push(problem(place, rowAt, 'cellOutside', { value: text }))
    })
    const cells: Partial<Record<Name, string>> = {}
    for (const [name, place] of places) cells[name] = row[place] ?? ''
    if (Object.values(cells).every(text => text === '')) continue
    rows.push({ cells, at: rowAt, cellOf: name => cellName(places.get(name) ?? 0, rowAt) })
  }
  if (rows.length === 0) problems.push({ ...problem(0, at, 'noRows'), cell: null })
  if (problems.length > 0) return { ok: false, problems }
  return {
    ok: true,
    value: { file, sheet, columns: new Set(places.keys()), rows, unread: unread.map(({ heading }) => heading) },
  }
}

/** The known heading from which a longer one differs in one letter. */
function nearestHeading(heading: string, names: ReadonlyMap<string, unknown>): string | null {
  if (heading.length < 5) return null
  return [...names.keys()].find(known => isOneLetterOff(heading, known)) ?? null
}

function isOneLetterOff(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false
  let same = 0
  while (same < one.length && one[same] === other[same]) same++
  const [rest, otherRest] = [one.slice(same), other.slice(same)]
  return rest.slice(1) === otherRest.slice(1) || rest.slice(1) === otherRest || rest === otherRest.slice(1)
}

function columnMissing<Name extends string>(
  file: string,
  best: Heading<Name> | null,
  { headings }: Column<Name>,
): FileProblem {
  const [heading = '', ...others] = headings
  const params = { heading, others: others.slice(0, 3).join(', ') }
  if (!best) return { file, sheet: null, cell: null, code: 'headingsMissing', params }
  return { file, sheet: best.table.sheet, cell: cellName(0, best.at), code: 'columnMissing', params }
}

function widthOf(row: readonly string[]): number {
  return row.findLastIndex(text => text !== '') + 1
}

function plain(heading: string): string {
  return fold(heading)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

/** Running numbers: nobody misses them. */
const counters = new Set(['stt', 'tt', 'so tt', 'so thu tu', 'no', 'n'])

/** What a spreadsheet program shows for a formula that failed. */
const errors = /^#(?:\?|N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!)$/
