import { instantOf } from '../clock.ts'
import type { DeskQuery } from '../contract/desk-page.ts'
import type { Ctx } from '../contract/feature.ts'
import { fold } from '../reading/text.ts'
import { Prisma, type RecordVersion, type Record as StoredRecord } from '../store/generated/client.ts'
import { freshFilter, freshSince } from './fresh.ts'
import type { AnyKind } from './kind.ts'
import { mayBeWritten, mayHold } from './may-hold.ts'
import { type Ordered, orderOf } from './order.ts'
import { holdWords, insideOf, outside } from './visible.ts'

/** What a line of a list knows of a record. */
export type ListedRecord = Pick<StoredRecord, OfRecord>

type OfRecord = 'id' | 'code' | 'unitCode' | 'topic' | 'period' | 'title' | 'authorId' | OfState

type OfState = 'state' | 'waitsFor' | 'version' | 'passedVersion' | 'isLate'

/** And of the version of it that is seen; of a kind without cells of its own, the answers in its columns alone. */
export type ListedVersion = Pick<RecordVersion, 'form' | 'formVersion' | 'answers' | 'sentAt'>

/** What a line of a list knows of a record and of the version that is seen. */
export interface Listed {
  record: ListedRecord
  version: ListedVersion
  isInside: boolean
}

/** One page of what this person may see of a kind, the latest first unless asked otherwise; who sees what is decided in the database. */
export async function listRecords(
  ctx: Ctx,
  kind: AnyKind,
  query: DeskQuery,
): Promise<{ total: number; isMore: boolean; records: Listed[] }> {
  const { where, from, order } = await foundBy(ctx, kind, query)
  const [count] = await ctx.tx.$queryRaw<{ total: number }[]>`
    SELECT count(*)::int AS total FROM (SELECT FROM record r WHERE ${where} LIMIT ${counted + 1}::int) AS found`
  const page = Prisma.sql`SELECT r.id FROM ${from} WHERE ${where}
    ORDER BY ${order} LIMIT ${query.size}::int OFFSET ${(query.page - 1) * query.size}::int`
  const records = await linesOf(ctx, kind, Prisma.sql`ARRAY(${page})`)
  const total = count?.total ?? 0
  return { total: Math.min(total, counted), isMore: total > counted, records }
}

/** Ids of all that this person may see of a kind under these filters, in order. */
export async function idsOfList(ctx: Ctx, kind: AnyKind, query: DeskQuery): Promise<string[]> {
  const { where, from, order } = await foundBy(ctx, kind, query)
  // One text instead of as many rows, which would be taken apart one by one.
  const [found] = await ctx.tx.$queryRaw<{ ids: string | null }[]>`
    SELECT string_agg(r.id::text, ' ' ORDER BY ${order}) AS ids FROM ${from} WHERE ${where}`
  return found?.ids?.split(' ') ?? []
}

/** Those of these records that this person may see, in their order. */
export function recordsOf(ctx: Ctx, kind: AnyKind, ids: readonly string[]): Promise<Listed[]> {
  return linesOf(ctx, kind, Prisma.sql`${ids}::uuid[]`)
}

async function linesOf(ctx: Ctx, kind: AnyKind, ids: Prisma.Sql): Promise<Listed[]> {
  const inside = insideOf(ctx, [kind])
  // One text for all: rows and columns would each be taken apart and put together again, and most of an export's memory would go there.
  const found = await ctx.tx.$queryRaw<{ lines: string | null }[]>`
    SELECT json_agg(json_build_array(
      json_build_array(r.id, r.code, r.unit_code, r.topic, r.period, r.title, r.author_id, r.state, r.waits_for, r.version, r.passed_version,
        r.is_late),
      json_build_array(v.form, v.form_version, ${answersFor(kind)}, round(extract(epoch FROM v.sent_at) * 1000)),
      ${inside}) ORDER BY wanted.place)::text AS lines
    FROM unnest(${ids}) WITH ORDINALITY AS wanted (id, place) JOIN record r ON r.id = wanted.id
      JOIN record_version v ON v.record_id = r.id AND v.version = ${versionSeen(inside)}
    WHERE ${Prisma.join(seen(ctx, kind, inside), ' AND ')}`
  // Taken out: what the client's promise brought is held until the whole memory is swept.
  const lines: Line[] = JSON.parse(found.pop()?.lines ?? '[]')
  return lines.map(([record, [form, formVersion, answers, sentAt], isInside]) => {
    const [id, code, unitCode, topic, period, title, authorId, state, waitsFor, version, passedVersion, isLate] = record
    return {
      record: { id, code, unitCode, topic, period, title, authorId, state, waitsFor, version, passedVersion, isLate },
      version: { form, formVersion, answers, sentAt: instantOf(sentAt) },
      isInside,
    }
  })
}

/** In the order of the columns above. */
type Line = [
  record: [
    ...[id: string, code: string, unitCode: string, topic: string, period: string, title: string, authorId: string],
    ...[state: string, waitsFor: string | null, version: number, passedVersion: number, isLate: boolean],
  ],
  version: [form: string, formVersion: number, answers: Prisma.JsonValue, sentAt: number],
  isInside: boolean,
]

/** Of long forms a line shows a few questions, and the others need not travel. */
function answersFor({ cells, columns }: AnyKind): Prisma.Sql {
  if (cells) return Prisma.sql`v.answers`
  return Prisma.sql`(SELECT coalesce(jsonb_object_agg(key, value), '{}') FROM jsonb_each(v.answers) WHERE key = ANY (${columns}::text[]))`
}

const versionSeen = (inside: Prisma.Sql) => Prisma.sql`CASE WHEN ${inside} THEN r.version ELSE r.passed_version END`

async function foundBy(ctx: Ctx, kind: AnyKind, query: DeskQuery): Promise<Ordered & { where: Prisma.Sql }> {
  const inside = insideOf(ctx, [kind])
  const searched = await holding(ctx, kind, query, inside)
  const where = Prisma.join([...seen(ctx, kind, inside), ...asked(ctx, kind, query, inside), ...searched], ' AND ')
  return { where, ...orderOf(kind, query.sort, versionSeen(inside)) }
}

/** Counting every row would take longer the more there are: beyond this it is said that there are more. */
const counted = 500

/** What this person may see of a kind. */
function seen(ctx: Ctx, kind: AnyKind, inside: Prisma.Sql): Prisma.Sql[] {
  return [
    Prisma.sql`r.campaign_id = ${ctx.campaign.id}::uuid AND r.kind = ${kind.name}`,
    Prisma.sql`(${inside} OR (r.passed_version > 0 AND ${outside(ctx, kind)}))`,
  ]
}

function asked(ctx: Ctx, kind: AnyKind, { filters }: DeskQuery, inside: Prisma.Sql): Prisma.Sql[] {
  return [
    ...(filters.state ? [inState(kind, filters.state)] : []),
    ...(filters.late === 'yes' ? [Prisma.sql`r.is_late`] : []),
    ...(filters[freshFilter.name] ? [Prisma.sql`r.sent_at >= ${freshSince(ctx)}`] : []),
    ...(filters.unit ? [Prisma.sql`r.unit_code = ${filters.unit}`] : []),
    ...(kind.topics && filters.topic ? [Prisma.sql`r.topic = ${filters.topic}`] : []),
    ...Object.keys(kind.filters ?? {}).flatMap(name => (filters[name] ? [answered(name, filters[name], inside)] : [])),
  ]
}

/** Few that may hold the words are found before they are looked at. */
async function holding(ctx: Ctx, kind: AnyKind, { q }: DeskQuery, inside: Prisma.Sql): Promise<Prisma.Sql[]> {
  const words = fold(q).split(' ').filter(Boolean)
  if (words.length === 0) return []
  const candidates = await mayHold(ctx, words, many + 1, kind.name)
  const narrowed =
    candidates.length > many ? mayBeWritten(ctx, words) : [Prisma.sql`r.id = ANY (${candidates}::uuid[])`]
  return [...narrowed, ...holdWords(ctx, inside, words)]
}

const many = 1_000

/** Of the version that this person sees. */
function answered(question: string, code: string, inside: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT FROM record_version v WHERE v.record_id = r.id
    AND v.version = CASE WHEN ${inside} THEN r.version ELSE r.passed_version END AND v.answers->${question}::text->>'value' = ${code})`
}

function inState({ stateGroups }: AnyKind, asked: string): Prisma.Sql {
  const group = stateGroups?.[asked]
  return group ? Prisma.sql`r.state = ANY (${[...group]}::text[])` : Prisma.sql`r.state = ${asked}`
}
