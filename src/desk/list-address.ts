import { columnName } from '../contract/columns.ts'
import type { DeskPage, DeskQuery, DeskSort } from '../contract/desk-page.ts'

export const pageSize = 25

type Listed = Pick<DeskPage, 'columns' | 'sorts'>

/** Reads the query of a list from its address. A filter, an order, a column is what the page offers; anything else changes nothing. */
export function readListQuery(
  search: URLSearchParams,
  page: Listed,
  offered: Awaited<ReturnType<DeskPage['filters']>>,
): DeskQuery {
  const filters = offered.flatMap(({ name, options }) => {
    const value = search.get(name)
    return options.some(option => option.value === value) && value ? [[name, value] as const] : []
  })
  return {
    q: (search.get('q') ?? '').normalize('NFC').trim().slice(0, 200),
    filters: Object.fromEntries(filters),
    page: pageIn(search),
    size: pageSize,
    ...sortIn(search, page),
    ...columnsIn(search, page),
  }
}

function sortIn(search: URLSearchParams, { sorts = [] }: Listed): Pick<DeskQuery, 'sort'> {
  const asked = search.get('xep') ?? ''
  const column = asked.replace(/^-/, '')
  return sorts.includes(column) ? { sort: { column, isDescending: asked.startsWith('-') } } : {}
}

function columnsIn(search: URLSearchParams, { columns }: Listed): Pick<DeskQuery, 'shown'> {
  const asked = search.getAll('cot')
  const shown = columns.map(columnName).filter((name, at) => at > 0 && asked.includes(name))
  return shown.length === 0 || shown.length === columns.length - 1 ? {} : { shown }
}

/** How an order stands in an address. */
export function sortWord({ column, isDescending }: DeskSort): string {
  return isDescending ? `-${column}` : column
}

/** The order that a press on the heading of a column asks for: the other way round where it is sorted by it already. */
export function pressed(sort: DeskSort | undefined, column: string): DeskSort {
  return { column, isDescending: sort?.column === column && !sort.isDescending }
}

/** The page that an address names; the first one when it names none that can be. */
export function pageIn(search: URLSearchParams): number {
  const page = Number(search.get('trang'))
  return Number.isInteger(page) && page >= 1 && page <= 100_000 ? page : 1
}

/** The address of the same list with something changed; a change of search, filter or order begins at the first page. */
export function listAddress(
  path: string,
  query: DeskQuery,
  change: { page?: number; filter?: { name: string; value: string }; sort?: DeskSort },
): string {
  const search = new URLSearchParams()
  if (query.q) search.set('q', query.q)
  const filters = { ...query.filters, ...(change.filter ? { [change.filter.name]: change.filter.value } : {}) }
  for (const [name, value] of Object.entries(filters)) if (value) search.set(name, value)
  const sort = change.sort ?? query.sort
  if (sort) search.set('xep', sortWord(sort))
  for (const column of query.shown ?? []) search.append('cot', column)
  if (change.page !== undefined && change.page > 1) search.set('trang', String(change.page))
  const text = search.toString()
  return text ? `${path}?${text}` : path
}

/** The address of a record opened from a list: it holds the list, so that the record can stand beside it. */
export function openedAddress(path: string, id: string, query: DeskQuery): string {
  const address = listAddress(`${path}/${encodeURIComponent(id)}`, query, { page: query.page })
  if (query.page > 1) return address
  return `${address}${address.includes('?') ? '&' : '?'}trang=1`
}

/** Whether the address of a record holds the list from which it was opened. */
export function holdsList(search: URLSearchParams): boolean {
  return search.has('trang')
}

/** In the address of a record: those that are much like it stand beside it. */
export const comparing = 'so-sanh'

/** The address of a record, with those that are much like it. */
export function comparingAddress(address: string): string {
  return `${address}${address.includes('?') ? '&' : '?'}${comparing}=co#tuong-tu-muc`
}

/** The address of a record opened from what waits today: after it is decided, the next that waits is opened. */
export function fromToday(address: string): string {
  return `${address}?tu=hom-nay`
}

export function isFromToday(search: URLSearchParams): boolean {
  return search.get('tu') === 'hom-nay' && !holdsList(search)
}

/** The files in which a list can be had. */
export const listFormats = ['xlsx', 'csv', 'jsonl'] as const

export type ListFormat = (typeof listFormats)[number]

/** The address of the whole list, all pages of it, as a file. */
export function exportAddress(path: string, query: DeskQuery, format: ListFormat): string {
  const address = listAddress(path, query, {})
  return `${address}${address.includes('?') ? '&' : '?'}tai=${format}`
}

/** The file that an address asks for instead of a page. */
export function formatAsked(search: URLSearchParams): ListFormat | undefined {
  return listFormats.find(format => format === search.get('tai'))
}
