import { columnName, shownColumns } from '../contract/columns.ts'
import type { DeskPage, DeskQuery, DeskRow } from '../contract/desk-page.ts'
import type { Ctx } from '../contract/feature.ts'
import { exportFile } from './export-file.ts'
import type { ListFormat } from './list-address.ts'

/** Rows that are read in one transaction. */
const batch = 2_500

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
  const shown = shownColumns(page, query).map(at => ({ at, key: page.columns[at] ?? '' }))
  const source = {
    path: page.path,
    title: t(page.title),
    headings: [...shown.map(({ key }) => t(key)), t('desk.list.state')],
    async *lines() {
      for await (const { cells, state } of rowsOf(page, query, reading))
        yield [...shown.map(({ at }) => cells[at] ?? ''), state.label]
    },
    async *objects() {
      for await (const { id, cells, state } of rowsOf(page, query, reading)) {
        const named = shown.map(({ at, key }) => [columnName(key), cells[at] ?? ''] as const)
        yield { id, ...Object.fromEntries(named), stands: state.label }
      }
    },
  }
  return exportFile(ctx, source, format)
}

async function* rowsOf(page: DeskPage, query: DeskQuery, reading: Reading): AsyncIterable<DeskRow> {
  const seen = new Set<string>()
  for (let at = 1; ; at++) {
    const read = await reading(async ctx =>
      page.mayOpen(ctx.person) ? page.rows(ctx, { ...query, page: at, size: batch }) : null,
    )
    if (!read) throw new Error('the right to this list has ended while it was written')
    for (const row of read.rows) {
      if (seen.has(row.id)) continue
      seen.add(row.id)
      yield row
    }
    if (read.rows.length < batch) return
  }
}
