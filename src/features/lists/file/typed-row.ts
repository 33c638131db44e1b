import type { Temporal } from 'temporal-polyfill'
import { formatDate } from '../../../reading/format.ts'
import { fold, normalise } from '../../../reading/text.ts'
import type { Item } from '../item.ts'
import { dayIn, longestItem, mostItems, whyNot } from '../read-items.ts'

/** A row as it was typed in the cells of a page or a file. */
export interface TypedRow {
  /** The item that it changes; null: a new one. */
  n: number | null
  text: string
  receivedOn: string
  dueOn: string
  doneOn: string
  result: string
}

const dated = ['receivedOn', 'dueOn', 'doneOn'] as const

/** The items that rows say, or by row why not (`list.unread.<why>`). Empty rows say nothing. Pure. */
export function itemsOf(
  rows: readonly TypedRow[],
  known: readonly Item[],
  today: Temporal.PlainDate,
): { items: readonly Item[]; problems: ReadonlyMap<number, string> } {
  const problems = new Map<number, string>()
  const items: Item[] = []
  let last = Math.max(0, ...known.map(({ n }) => n), ...rows.map(({ n }) => n ?? 0))
  for (const [at, row] of rows.entries()) {
    if (isEmpty(row)) continue
    const read = itemOf(row, today)
    const why = typeof read === 'string' ? read : items.length >= mostItems ? 'tooMany' : null
    if (why !== null) problems.set(at, why)
    else if (typeof read !== 'string') items.push({ ...read, n: row.n ?? ++last })
  }
  return { items, problems }
}

function itemOf({ text, result, ...row }: TypedRow, today: Temporal.PlainDate): Omit<Item, 'n'> | string {
  if (!/\p{L}{2}/u.test(text)) return 'noText'
  if ([...text].length > longestItem) return 'tooLong'
  const days = dated.map(name => (row[name] === '' ? null : (dayIn(row[name], today) ?? 'day')))
  if (days.includes('day')) return 'day'
  const [receivedOn = null, dueOn = null, doneOn = null] = days
  const item = { text: normalise(text), receivedOn, dueOn, doneOn, result: normalise(result) }
  return whyNot({ ...item, n: 0 }, today.toString()) ?? item
}

export function isEmpty({ n: _, ...row }: TypedRow): boolean {
  return Object.values(row).every(value => value === '')
}

export function rowOf({ n, text, receivedOn, dueOn, doneOn, result }: Item): TypedRow {
  const day = (value: string | null) => (value === null ? '' : formatDate(value))
  return { n, text, receivedOn: day(receivedOn), dueOn: day(dueOn), doneOn: day(doneOn), result }
}

/** Rows of a file beside the items there are: the same words are the same item, else the same number; what the file leaves out stays. */
export function besideKnown(rows: readonly TypedRow[], known: readonly Item[]): TypedRow[] {
  const same = (row: TypedRow) => known.find(({ text }) => fold(text) === fold(normalise(row.text)))
  const taken = new Set(rows.flatMap(row => same(row)?.n ?? []))
  const placed = rows.map(row => {
    const n = same(row)?.n ?? (row.n !== null && known.some(one => one.n === row.n) && !taken.has(row.n) ? row.n : null)
    return { ...row, n }
  })
  const left = known.filter(({ n }) => !placed.some(row => row.n === n)).map(rowOf)
  return [...left, ...placed].toSorted((a, b) => (a.n ?? Number.MAX_SAFE_INTEGER) - (b.n ?? Number.MAX_SAFE_INTEGER))
}
