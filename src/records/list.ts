import type { DeskQuery } from '../contract/desk-page.ts'
import type { Ctx } from '../contract/feature.ts'
import { fold } from '../reading/text.ts'
import { Prisma, type RecordVersion, type Record as StoredRecord } from '../store/generated/client.ts'
import { freshFilter, freshSince } from './fresh.ts'
import type { AnyKind } from './kind.ts'
import { orderOf } from './order.ts'
import { holdsWord, insideOf, outside } from './visible.ts'

export interface Listed {
  record: StoredRecord
  version: RecordVersion
  isInside: boolean
}

interface Row {
  id: string
  version: number
  isInside: boolean
}

/** One page of what this person may see of a kind, the latest first unless asked otherwise; who sees what is decided in the database. */
export async function listRecords(
  ctx: Ctx,
  kind: AnyKind,
  query: DeskQuery,
): Promise<{ total: number; isMore: boolean; records: Listed[] }> {
  const inside = insideOf(ctx, [kind])
  const version = Prisma.sql`CASE WHEN ${inside} THEN r.version ELSE r.passed_version END`
  const where = Prisma.join(conditions(ctx, kind, query, inside), ' AND ')
  const [count] = await ctx.tx.$queryRaw<{ total: number }[]>`
    SELECT count(*)::int AS total FROM
      (SELECT FROM record r JOIN unit u ON u.code = r.unit_code WHERE ${where} LIMIT ${counted + 1}::int) AS found`
  const rows = await ctx.tx.$queryRaw<Row[]>`
    SELECT r.id, ${version} AS version, ${inside} AS "isInside"
    FROM record r JOIN unit u ON u.code = r.unit_code WHERE ${where}
    ORDER BY ${orderOf(kind, query.sort, version)} LIMIT ${query.size}::int OFFSET ${(query.page - 1) * query.size}::int`
  const ids = rows.map(({ id }) => id)
  const records = await ctx.tx.record.findMany({ where: { id: { in: ids } } })
  const versions = await ctx.tx.recordVersion.findMany({ where: { recordId: { in: ids } } })
  const recordOf = new Map(records.map(record => [record.id, record]))
  const versionOf = new Map(versions.map(one => [`${one.recordId} ${one.version}`, one]))
  const listed = rows.flatMap(({ id, version: seen, isInside }) => {
    const record = recordOf.get(id)
    const of = versionOf.get(`${id} ${seen}`)
    return record && of ? [{ record, version: of, isInside }] : []
  })
  const total = count?.total ?? 0
  return { total: Math.min(total, counted), isMore: total > counted, records: listed }
}

/** Counting every row would take longer the more there are: beyond this it is said that there are more. */
const counted = 5_000

function conditions(ctx: Ctx, kind: AnyKind, { q, filters }: DeskQuery, inside: Prisma.Sql): Prisma.Sql[] {
  const words = fold(q).split(' ').filter(Boolean)
  return [
    Prisma.sql`r.campaign_id = ${ctx.campaign.id}::uuid AND r.kind = ${kind.name}`,
    Prisma.sql`(${inside} OR (r.passed_version > 0 AND ${outside(ctx, kind)}))`,
    ...(filters.state ? [Prisma.sql`r.state = ${filters.state}`] : []),
    ...(filters.late === 'yes' ? [Prisma.sql`r.is_late`] : []),
    ...(filters[freshFilter.name] ? [Prisma.sql`r.sent_at >= ${freshSince(ctx)}`] : []),
    ...(filters.unit ? [Prisma.sql`r.unit_code = ${filters.unit}`] : []),
    ...(kind.topics && filters.topic ? [Prisma.sql`r.topic = ${filters.topic}`] : []),
    ...Object.keys(kind.filters ?? {}).flatMap(name => (filters[name] ? [answered(name, filters[name], inside)] : [])),
    ...words.map(word => holdsWord(inside, word)),
  ]
}

/** Of the version that this person sees. */
function answered(question: string, code: string, inside: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT FROM record_version v WHERE v.record_id = r.id
    AND v.version = CASE WHEN ${inside} THEN r.version ELSE r.passed_version END AND v.answers->${question}::text->>'value' = ${code})`
}
