import { columnName, shownColumns } from '../contract/columns.ts'
import type { DeskPage, DeskQuery, SheetRow, WholeList } from '../contract/desk-page.ts'
import type { Ctx } from '../contract/feature.ts'
import { exportFile } from './export-file.ts'
import type { ListFormat } from './list-address.ts'

/** Rows that are read in one transaction. */
const batch = 250

type Reading = <T>(work: (ctx: Ctx) => Promise<T>) => Promise<T | null>

/**
 * Everything that a list shows to this person under these filters, in its order, in the columns that are shown. It is read in batches, each
 * in a transaction of its own (`reading`) that asks for the rights again. A row that moves meanwhile comes once; it is no picture of one
 * instant.
 */
export async function exportList(
  ctx: Ctx,
  page: DeskPage,
  query: DeskQuery,
  format: ListFormat,
  reading: Reading,
): Promise<() => Promise<Response>> {
  const { t } = ctx
  const shown = shownColumns(page, query).map(at => {
    const key = page.columns[at] ?? ''
    return { at, key, name: columnName(key) }
  })
  const source = {
    path: page.path,
    title: t(page.title),
    headings: [...shown.map(({ key }) => t(key)), t('desk.list.state')],
    async *lines() {
      for await (const { cells, state } of rowsOf(page, query, reading))
        yield [...shown.map(({ at }) => cells[at] ?? ''), state]
    },
    async *objects() {
      for await (const { id, cells, state } of rowsOf(page, query, reading)) {
        const named = shown.map(({ at, name }) => [name, forPrograms(cells[at] ?? '')] as const)
        yield { id, ...Object.fromEntries(named), stands: state }
      }
    },
  }
  return exportFile(ctx, source, format)
}

/** Days and instants as ISO texts. */
function forPrograms(cell: SheetRow['cells'][number]) {
  if (cell === null || typeof cell !== 'object') return cell
  return 'day' in cell ? cell.day : cell.at
}

function rowsOf(page: DeskPage, query: DeskQuery, reading: Reading): AsyncIterable<SheetRow> {
  const asked: Reading = work => reading(async ctx => (page.mayOpen(ctx.person) ? work(ctx) : null))
  return page.whole ? rowsAtOnce(page.whole, query, asked) : rowsByPage(page, query, asked)
}

async function* rowsAtOnce({ ids, rows }: WholeList, query: DeskQuery, asked: Reading): AsyncIterable<SheetRow> {
  const all = still(await asked(ctx => ids(ctx, query)))
  for (let from = 0; from < all.length; from += batch)
    yield* taken(still(await asked(ctx => rows(ctx, all.slice(from, from + batch)))))
}

async function* rowsByPage(page: DeskPage, query: DeskQuery, asked: Reading): AsyncIterable<SheetRow> {
  const seen = new Set<string>()
  for (let at = 1; ; at++) {
    const { rows } = still(await asked(ctx => page.rows(ctx, { ...query, page: at, size: batch })))
    for (const { id, cells, state } of rows) {
      if (seen.has(id)) continue
      seen.add(id)
      yield { id, cells, state: state.label }
    }
    if (rows.length < batch) return
  }
}

/** The rows out of what a transaction brought, which is held until the whole memory is swept: what is left there must be little. */
function taken<T>(rows: T[]): T[] {
  return rows.splice(0)
}

function still<T>(read: T | null): T {
  if (read === null) throw new Error('the right to this list has ended while it was written')
  return read
}
