import type { Ctx } from '../contract/feature.ts'
import { ofCampaign } from '../contract/of-campaign.ts'
import { csvStream } from '../office-files/csv-stream.ts'
import type { SheetCell } from '../office-files/sheet-cell.ts'
import { xlsxStream } from '../office-files/xlsx-stream.ts'
import { writeAudit } from '../people/audit.ts'
import type { ListFormat } from './list-address.ts'

const types = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  jsonl: 'application/x-ndjson; charset=utf-8',
} as const satisfies Record<ListFormat, string>

/** What a file is made of: cells for officers, or objects for programs. Only one of the two is read, and once. */
export interface FileSource {
  path: string
  title: string
  headings: readonly string[]
  lines(): AsyncIterable<readonly SheetCell[]>
  objects(): AsyncIterable<object>
}

/** Notes in the audit log, in the transaction of `ctx`, that a table goes out; what is given back is made after that has ended. */
export async function exportFile(ctx: Ctx, source: FileSource, format: ListFormat): Promise<() => Promise<Response>> {
  const { person, now } = ctx
  const [role] = person.roles
  const noted = { action: 'export.table', subjectType: 'table', subjectId: source.path, to: format } as const
  await writeAudit(ctx.tx, { actorId: person.id, actorRole: role?.role ?? 'SYSTEM', ...noted }, now)
  const headers = {
    'Content-Type': types[format],
    'Content-Disposition': `attachment; filename="${source.path}-${ctx.today}.${format}"`,
    'Cache-Control': 'private, no-store',
  }
  return async () => new Response(ReadableStream.from(bytesOf(ctx, source, format)), { headers })
}

function bytesOf({ campaign, t }: Ctx, source: FileSource, format: ListFormat): AsyncIterable<Uint8Array> {
  const { timeZone } = campaign
  const sheet = () => ofCampaign(campaign, { headings: source.headings, lines: source.lines() }, t)
  switch (format) {
    case 'csv': {
      const { headings, lines } = sheet()
      return csvStream(headings, lines, timeZone)
    }
    case 'xlsx': {
      const { headings, lines } = sheet()
      return xlsxStream(source.title, headings, lines, timeZone)
    }
    case 'jsonl':
      return jsonLines(source.objects())
  }
}

const utf8 = new TextEncoder()
const chunk = 65_536

async function* jsonLines(objects: AsyncIterable<object>): AsyncIterable<Uint8Array> {
  let text = ''
  for await (const one of objects) {
    text += `${JSON.stringify(one, (_, value) => (typeof value === 'bigint' ? String(value) : value))}\n`
    if (text.length < chunk) continue
    yield utf8.encode(text)
    text = ''
  }
  yield utf8.encode(text)
}
