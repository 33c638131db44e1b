import type { DeskPage, DeskQuery, DeskSort } from './desk-page.ts'

/** The column of the state, which every list has as its last. */
export const stateColumn = 'trang-thai'

/** What a column is called in addresses, by the text key of its heading: «title» of «initiative.form.title.label». */
export function columnName(heading: string): string {
  return (
    heading
      .replace(/\.label$/, '')
      .split('.')
      .at(-1) ?? heading
  )
}

/** The columns that are shown, by their places; the first always is, and all are unless some were chosen. */
export function shownColumns({ columns }: Pick<DeskPage, 'columns'>, { shown }: Pick<DeskQuery, 'shown'>): number[] {
  const places = columns.map((_, at) => at)
  return shown === undefined ? places : places.filter(at => at === 0 || shown.includes(columnName(columns[at] ?? '')))
}

/** Rows in the order that was asked for; those that are equal in it stay as they stood. */
export function inOrder<T>(
  rows: readonly T[],
  sort: DeskSort | undefined,
  by: Readonly<Record<string, (row: T) => string | number>>,
): readonly T[] {
  const of = sort && by[sort.column]
  if (!of) return rows
  const sign = sort.isDescending ? -1 : 1
  return rows.toSorted((a, b) => sign * compare(of(a), of(b)))
}

const words = new Intl.Collator('vi')

function compare(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : words.compare(String(a), String(b))
}
