import type { DeskPage, DeskQuery, DeskRow } from '../contract/desk-page.ts'
import type { Ctx } from '../contract/feature.ts'
import { holdsList, readListQuery } from './list-address.ts'

/** The list from which a record was opened, as it stands now. */
export interface Beside {
  query: DeskQuery
  rows: readonly DeskRow[]
  /** The neighbours, also across the edge of a page; null: there is none, or the record is no longer in this list. */
  previous: Neighbour | null
  next: Neighbour | null
}

export interface Neighbour {
  id: string
  query: DeskQuery
}

/** Null: the record was not opened from a list. */
export async function listBeside(
  ctx: Ctx,
  page: DeskPage,
  id: string,
  search: URLSearchParams,
): Promise<Beside | null> {
  if (!holdsList(search)) return null
  const query = readListQuery(search, page, await page.filters(ctx))
  const { rows } = await page.rows(ctx, query)
  const at = rows.findIndex(row => row.id === id)
  const isLastPage = rows.length < query.size
  const beyond = async (by: 1 | -1): Promise<Neighbour | null> => {
    const turned = { ...query, page: query.page + by }
    const found = (await page.rows(ctx, turned)).rows
    const row = by === 1 ? found[0] : found.at(-1)
    return row ? { id: row.id, query: turned } : null
  }
  const neighbour = async (by: 1 | -1): Promise<Neighbour | null> => {
    if (at === -1) return null
    const row = rows[at + by]
    if (row) return { id: row.id, query }
    return by === 1 ? (isLastPage ? null : beyond(1)) : query.page > 1 ? beyond(-1) : null
  }
  return { query, rows, previous: await neighbour(-1), next: await neighbour(1) }
}

/**
 * The record to open after a decision: the next one in the list that waits for this person, from where the decided one stood to
 * the end of the page, then on the page that follows, then from the beginning of the page.
 */
export async function nextThatWaits(
  ctx: Ctx,
  page: DeskPage,
  id: string,
  before: Pick<Beside, 'query' | 'rows'>,
): Promise<Neighbour | null> {
  const inMany = (await page.many?.actions(ctx)) ?? []
  const isDecidedInMany = inMany.length > 0
  const waits = (row: DeskRow) =>
    row.id !== id && row.state.tone === 'waiting' && (row.isChoosable === true || !isDecidedInMany)
  const stood = Math.max(
    0,
    before.rows.findIndex(row => row.id === id),
  )
  const { query } = before
  const { rows } = await page.rows(ctx, query)
  const here = rows.slice(stood).find(waits)
  if (here) return { id: here.id, query }
  if (rows.length === query.size) {
    const turned = { ...query, page: query.page + 1 }
    const there = (await page.rows(ctx, turned)).rows.find(waits)
    if (there) return { id: there.id, query: turned }
  }
  const earlier = rows.slice(0, stood).find(waits)
  return earlier ? { id: earlier.id, query } : null
}
