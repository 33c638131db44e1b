import { unitName } from '../campaign/names.ts'
import type { Ctx } from '../contract/feature.ts'
import type { Found } from '../contract/found.ts'
import { Prisma } from '../store/generated/client.ts'
import { beginningWith } from './beginning-with.ts'
import type { AnyKind } from './kind.ts'
import { stateName } from './naming.ts'
import { mayOpenList } from './seeing.ts'
import { holdsWord, insideOf, outside } from './visible.ts'

const most = 30

/** More than so many with words that begin like these: the latest of them are soon found by reading the latest records. */
const many = 1_000

/**
 * Records of every kind whose list this person may open that hold all the words, in what the person may see of them: one of that very
 * code first, then the latest. Those in which words begin with them are found by an index; what stands only in the middle of words is
 * looked for when there are none, and that reads every record.
 */
export async function findRecords(
  ctx: Ctx,
  kinds: readonly AnyKind[],
  words: readonly string[],
): Promise<readonly Found[]> {
  const open = kinds.filter(kind => mayOpenList(ctx.person, kind))
  if (open.length === 0) return []
  const beginning = await beginningWith(ctx, words, many + 1)
  const rows =
    beginning.length > many
      ? await latestOfEach(ctx, open, words)
      : await holding(ctx, open, words, Prisma.sql`r.id = ANY (${beginning}::uuid[])`)
  return shownOf(ctx, open, rows.length > 0 ? rows : await holding(ctx, open, words, Prisma.sql`true`))
}

interface Row {
  id: string
  isInside: boolean
}

/** Those of the narrowed ones that hold the words. */
function holding(ctx: Ctx, kinds: readonly AnyKind[], words: readonly string[], narrowed: Prisma.Sql): Promise<Row[]> {
  const inside = insideOf(ctx, kinds)
  const seen = kinds.map(kind => Prisma.sql`(r.kind = ${kind.name} AND ${seenOf(ctx, kind)})`)
  return ctx.tx.$queryRaw<Row[]>`
    SELECT r.id, ${inside} AS "isInside" FROM record r JOIN unit u ON u.code = r.unit_code
    WHERE r.campaign_id = ${ctx.campaign.id}::uuid AND ${narrowed} AND (${Prisma.join(seen, ' OR ')}) AND ${held(ctx, kinds, words)}
    ORDER BY lower(r.code) = ${words.join(' ')} DESC, r.sent_at DESC, r.id LIMIT ${most}::int`
}

/** The one of that very code, and the latest that hold the words, kind by kind in the order of an index. */
function latestOfEach(ctx: Ctx, kinds: readonly AnyKind[], words: readonly string[]): Promise<Row[]> {
  const inside = insideOf(ctx, kinds)
  const code = words.join(' ')
  const each = kinds.flatMap(kind =>
    [Prisma.sql`r.code = ${code.toUpperCase()}`, Prisma.sql`true`].map(
      narrowed => Prisma.sql`(
        SELECT r.id, ${inside} AS "isInside", r.code, r.sent_at FROM record r JOIN unit u ON u.code = r.unit_code
        WHERE r.campaign_id = ${ctx.campaign.id}::uuid AND r.kind = ${kind.name} AND ${narrowed} AND ${seenOf(ctx, kind)} AND ${held(ctx, [kind], words)}
        ORDER BY r.sent_at DESC, r.number DESC LIMIT ${most}::int)`,
    ),
  )
  return ctx.tx.$queryRaw<Row[]>`
    SELECT DISTINCT id, "isInside", lower(code) = ${code} AS "isIt", sent_at FROM (${Prisma.join(each, ' UNION ALL ')}) AS found
    ORDER BY 3 DESC, sent_at DESC, id LIMIT ${most}::int`
}

function seenOf(ctx: Ctx, kind: AnyKind): Prisma.Sql {
  return Prisma.sql`(${insideOf(ctx, [kind])} OR (r.passed_version > 0 AND ${outside(ctx, kind)}))`
}

function held(ctx: Ctx, kinds: readonly AnyKind[], words: readonly string[]): Prisma.Sql {
  const inside = insideOf(ctx, kinds)
  return Prisma.join(
    words.map(word => holdsWord(inside, word)),
    ' AND ',
  )
}

async function shownOf(ctx: Ctx, kinds: readonly AnyKind[], rows: readonly Row[]): Promise<Found[]> {
  const records = await ctx.tx.record.findMany({ where: { id: { in: rows.map(({ id }) => id) } } })
  return rows.flatMap(({ id, isInside }) => {
    const record = records.find(one => one.id === id)
    const kind = kinds.find(({ name }) => name === record?.kind)
    if (!record || !kind) return []
    // The title is of the newest version: while that waits for the head, others see the code alone.
    const isShown = isInside || record.version === record.passedVersion
    const title = isShown ? `${record.code} · ${record.title}` : record.code
    return [
      {
        group: ctx.t(`${kind.name}.page`),
        title,
        more: `${unitName(ctx.campaign, record.unitCode)} · ${stateName(ctx.t, kind, record, isInside)}`,
        page: `${kind.path}/${id}`,
      },
    ]
  })
}
