import type { DeskPage, DeskQuery } from '../contract/desk-page.ts'

export const pageSize = 25

/** Reads the query of a list from its address. A filter is what the page offers; anything else narrows nothing. */
export function readListQuery(search: URLSearchParams, offered: Awaited<ReturnType<DeskPage['filters']>>): DeskQuery {
  const filters = offered.flatMap(({ name, options }) => {
    const value = search.get(name)
    return options.some(option => option.value === value) && value ? [[name, value] as const] : []
  })
  return {
    q: (search.get('q') ?? '').normalize('NFC').trim().slice(0, 200),
    filters: Object.fromEntries(filters),
    page: pageIn(search),
    size: pageSize,
  }
}

/** The page that an address names; the first one when it names none that can be. */
export function pageIn(search: URLSearchParams): number {
  const page = Number(search.get('trang'))
  return Number.isInteger(page) && page >= 1 && page <= 100_000 ? page : 1
}

/** The address of the same list with something changed; a change of search or filter begins at the first page. */
export function listAddress(
  path: string,
  query: DeskQuery,
  change: { page?: number; filter?: { name: string; value: string } },
): string {
  const search = new URLSearchParams()
  if (query.q) search.set('q', query.q)
  const filters = { ...query.filters, ...(change.filter ? { [change.filter.name]: change.filter.value } : {}) }
  for (const [name, value] of Object.entries(filters)) if (value) search.set(name, value)
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

/** The files in which a list can be had. */
export const listFormats = ['xlsx', 'csv'] as const

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
