import type { DeskPage, DeskQuery } from '../contract/desk-page.ts'
import type { Ctx } from '../contract/feature.ts'
import { ofCampaign } from '../contract/of-campaign.ts'
import { csvStream } from '../office-files/csv-stream.ts'
import { xlsxStream } from '../office-files/xlsx-stream.ts'
import { writeAudit } from '../people/audit.ts'
import type { ListFormat } from './list-address.ts'

const types = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const satisfies Record<ListFormat, string>

/** Rows that are read in one transaction. */
const batch = 500

/**
 * Everything that a list shows to this person under these filters, in the columns of the page. It is noted in the audit log in the transaction of
 * `ctx`; what is given back is made after that has ended, and reads in batches, each in a transaction of its own (`reading`) that asks for the rights
 * again. A row that moves meanwhile comes once; it is no picture of one instant.
 */
export async function exportList(
  ctx: Ctx,
  page: DeskPage,
  query: DeskQuery,
  format: ListFormat,
  reading: <T>(work: (ctx: Ctx) => Promise<T>) => Promise<T | null>,
): Promise<() => Promise<Response>> {
  const { t, person, campaign, now } = ctx
  const [role] = person.roles
  const noted = { action: 'export.table', subjectType: 'table', subjectId: page.path, to: format } as const
  await writeAudit(ctx.tx, { actorId: person.id, actorRole: role?.role ?? 'SYSTEM', ...noted }, now)
  const columns = [...page.columns.map(key => t(key)), t('desk.list.state')]
  const { timeZone } = campaign
  const bytes = () => {
    const { headings, lines } = ofCampaign(campaign, { headings: columns, lines: linesOf(page, query, reading) }, t)
    return format === 'csv'
      ? csvStream(headings, lines, timeZone)
      : xlsxStream(t(page.title), headings, lines, timeZone)
  }
  const headers = {
    'Content-Type': types[format],
    'Content-Disposition': `attachment; filename="${page.path}-${ctx.today}.${format}"`,
    'Cache-Control': 'private, no-store',
  }
  return async () => new Response(ReadableStream.from(bytes()), { headers })
}

async function* linesOf(
  page: DeskPage,
  query: DeskQuery,
  reading: <T>(work: (ctx: Ctx) => Promise<T>) => Promise<T | null>,
): AsyncIterable<readonly string[]> {
  const seen = new Set<string>()
  for (let at = 1; ; at++) {
    const read = await reading(async ctx =>
      page.mayOpen(ctx.person) ? page.rows(ctx, { ...query, page: at, size: batch }) : null,
    )
    if (!read) throw new Error('the right to this list has ended while it was written')
    for (const { id, cells, state } of read.rows) {
      if (seen.has(id)) continue
      seen.add(id)
      yield [...cells, state.label]
    }
    if (at * batch >= read.total) return
  }
}
