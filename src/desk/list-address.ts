import type { DeskQuery } from '../features/desk-page.ts'

export const pageSize = 25

/** Reads the query of a list from its address. Everything that is not `q` or `trang` and names a filter is one. */
export function readListQuery(search: URLSearchParams, filterNames: readonly string[]): DeskQuery {
  const page = Number(search.get('trang'))
  const filters = filterNames.flatMap(name => {
    const value = search.get(name)
    return value ? [[name, value] as const] : []
  })
  return {
    q: (search.get('q') ?? '').normalize('NFC').trim().slice(0, 200),
    filters: Object.fromEntries(filters),
    page: Number.isInteger(page) && page >= 1 && page <= 100_000 ? page : 1,
    size: pageSize,
  }
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
