import { unitName } from '../campaign/names.ts'
import type { Ctx } from '../contract/feature.ts'
import type { Found } from '../contract/found.ts'
import { Prisma, type Record as StoredRecord } from '../store/generated/client.ts'
import type { AnyKind } from './kind.ts'
import { mayHold } from './may-hold.ts'
import { stateName } from './naming.ts'
import { mayOpenList } from './seeing.ts'
import { holdWords, insideOf, outside } from './visible.ts'

const most = 30

/** More than so many that may hold the words: the latest of them are soon found by reading the latest records. */
const many = 1_000

/**
 * Records of every kind whose list this person may open that hold all the words, in what the person may see of them: one of that very
 * code first, then the latest. However many records there are, a few are read.
 */
export async function findRecords(
  ctx: Ctx,
  kinds: readonly AnyKind[],
  words: readonly string[],
): Promise<readonly Found[]> {
  const open = kinds.filter(kind => mayOpenList(ctx.person, kind))
  if (open.length === 0 || words.length === 0) return []
  const candidates = await mayHold(ctx, words, many + 1)
  const among = candidates.length > many ? Prisma.sql`true` : Prisma.sql`r.id = ANY (${candidates}::uuid[])`
  const itself = await holding(ctx, open, words, Prisma.sql`r.code = ${words.join(' ').toUpperCase()}`)
  const latest = await holding(ctx, open, words, among)
  const others = latest.filter(({ id }) => itself.every(one => one.id !== id))
  return shownOf(ctx, open, [...itself, ...others].slice(0, most))
}

type Row = Pick<StoredRecord, OfRecord> & { isInside: boolean }

type OfRecord = 'id' | 'kind' | 'code' | 'title' | 'unitCode' | 'state' | 'waitsFor' | 'version' | 'passedVersion'

/** Those of the narrowed ones that hold the words, the latest first. */
function holding(ctx: Ctx, kinds: readonly AnyKind[], words: readonly string[], narrowed: Prisma.Sql): Promise<Row[]> {
  const inside = insideOf(ctx, kinds)
  const seen = kinds.map(kind => Prisma.sql`(r.kind = ${kind.name} AND ${seenOf(ctx, kind)})`)
  const held = Prisma.join(holdWords(ctx, inside, words), ' AND ')
  return ctx.tx.$queryRaw<Row[]>`
    SELECT r.id, r.kind, r.code, r.title, r.unit_code AS "unitCode", r.state, r.waits_for AS "waitsFor", r.version,
      r.passed_version AS "passedVersion", ${inside} AS "isInside"
    FROM record r
    WHERE r.campaign_id = ${ctx.campaign.id}::uuid AND ${narrowed} AND (${Prisma.join(seen, ' OR ')}) AND ${held}
    ORDER BY r.sent_at DESC, r.number DESC, r.id LIMIT ${most}::int`
}

function seenOf(ctx: Ctx, kind: AnyKind): Prisma.Sql {
  return Prisma.sql`(${insideOf(ctx, [kind])} OR (r.passed_version > 0 AND ${outside(ctx, kind)}))`
}

function shownOf(ctx: Ctx, kinds: readonly AnyKind[], records: readonly Row[]): Found[] {
  return records.flatMap(record => {
    const kind = kinds.find(({ name }) => name === record.kind)
    if (!kind) return []
    // The title is of the newest version: while that waits for the head, others see the code alone.
    const isShown = record.isInside || record.version === record.passedVersion
    const title = isShown ? `${record.code} · ${record.title}` : record.code
    return [
      {
        group: ctx.t(`${kind.name}.page`),
        title,
        more: `${unitName(ctx.campaign, record.unitCode)} · ${stateName(ctx.t, kind, record, record.isInside)}`,
        page: `${kind.path}/${record.id}`,
      },
    ]
  })
}
