import { unitName } from '../campaign/names.ts'
import type { Ctx } from '../contract/feature.ts'
import type { Found } from '../contract/found.ts'
import { Prisma } from '../store/generated/client.ts'
import type { AnyKind } from './kind.ts'
import { stateName } from './naming.ts'
import { mayOpenList } from './seeing.ts'
import { insideOf, outside, searched } from './visible.ts'

const most = 30

/**
 * Records of every kind whose list this person may open that hold all the words, in what the person may see of them: one of that very
 * code first, then the latest. Those in which words begin with them come first, and alone where there are any.
 */
export async function findRecords(
  ctx: Ctx,
  kinds: readonly AnyKind[],
  words: readonly string[],
): Promise<readonly Found[]> {
  const open = kinds.filter(kind => mayOpenList(ctx.person, kind))
  if (open.length === 0) return []
  const inside = insideOf(ctx, open)
  const seen = open.map(
    kind => Prisma.sql`(r.kind = ${kind.name} AND (${inside} OR (r.passed_version > 0 AND ${outside(ctx, kind)})))`,
  )
  const held = words.map(word => Prisma.sql`position(${word} IN ${searched(inside)} || ' ' || u.name_folded) > 0`)
  const holding = Prisma.sql`r.campaign_id = ${ctx.campaign.id}::uuid AND (${Prisma.join(seen, ' OR ')}) AND ${Prisma.join(held, ' AND ')}`
  const found = (narrowed: Prisma.Sql) => ctx.tx.$queryRaw<{ id: string; isInside: boolean }[]>`
    SELECT r.id, ${inside} AS "isInside" FROM record r JOIN unit u ON u.code = r.unit_code
    WHERE ${holding} AND ${narrowed}
    ORDER BY lower(r.code) = ${words.join(' ')} DESC, r.sent_at DESC, r.id LIMIT ${most}::int`
  const beginning = await found(await beginningWith(ctx, words))
  // What stands only in the middle of words is looked for when nothing begins with it: that reads every record.
  const rows = beginning.length > 0 ? beginning : await found(Prisma.sql`true`)
  const records = await ctx.tx.record.findMany({ where: { id: { in: rows.map(({ id }) => id) } } })
  return rows.flatMap(({ id, isInside }) => {
    const record = records.find(one => one.id === id)
    const kind = open.find(({ name }) => name === record?.kind)
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

/** Records in which a word begins with each of these, or whose unit has it in its name: read from an index. */
async function beginningWith({ tx }: Ctx, words: readonly string[]): Promise<Prisma.Sql> {
  const conditions: Prisma.Sql[] = []
  for (const word of words) {
    const named = await tx.unit.findMany({ where: { nameFolded: { contains: word } }, select: { code: true } })
    const codes = named.map(({ code }) => code)
    const beginnings = (word.match(/[\p{L}\p{N}]+/gu) ?? []).map(part => `${part}:*`).join(' & ')
    const begins =
      beginnings === ''
        ? Prisma.sql`true`
        : Prisma.sql`to_tsvector('simple', translate(r.search_text, '-/.', '   ')) @@ to_tsquery('simple', ${beginnings}::text)`
    conditions.push(Prisma.sql`(${begins} OR r.unit_code = ANY (${codes}::text[]))`)
  }
  return Prisma.join(conditions, ' AND ')
}
