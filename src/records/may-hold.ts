import type { Ctx } from '../contract/feature.ts'
import { Prisma } from '../store/generated/client.ts'
import { type UnitsNamed, unitsNamed } from './units-named.ts'

/**
 * Ids of records that may hold all the words, anywhere in what is searched of them or in the name of their unit; so many at most. None
 * that does is left out, but for that number; each part is read by an index, whatever the number of records.
 */
export async function mayHold(ctx: Ctx, words: readonly string[], most: number, kind?: string): Promise<string[]> {
  const of = kind === undefined ? ofCampaign(ctx) : Prisma.sql`${ofCampaign(ctx)} AND kind = ${kind}`
  const inText = await idsOf(ctx, [Prisma.sql`SELECT id FROM ${written(words)} WHERE ${of}`], most)
  const units = unitsNamed(ctx, words)
  const named = [...new Set([...units.values()].flatMap(one => one.named))]
  if (inText.length >= most || named.length === 0) return inText
  const byUnit = [...unitsByWords(units)].map(([held, codes]) => {
    const others = words.filter(word => !held.split(' ').includes(word))
    const among = others.length > 0 ? written(others) : Prisma.sql`record`
    return Prisma.sql`SELECT id FROM ${among} WHERE ${of} AND unit_code = ANY (${codes}::text[])`
  })
  const moved = Prisma.sql`SELECT id FROM record WHERE ${of} AND id IN
    (SELECT record_id FROM record_move WHERE from_unit = ANY (${named}::text[]))`
  return [...new Set([...inText, ...(await idsOf(ctx, [...byUnit, moved], most))])].slice(0, most)
}

/** As the table alone can tell, by an index: of those words that stand in the name of no unit. */
export function mayBeWritten(ctx: Ctx, words: readonly string[]): Prisma.Sql[] {
  const others = [...unitsNamed(ctx, words)].flatMap(([word, { named }]) => (named.length > 0 ? [] : [word]))
  return others.length > 0 ? [Prisma.sql`r.id IN (SELECT id FROM ${written(others)})`] : []
}

async function idsOf({ tx }: Ctx, parts: readonly Prisma.Sql[], most: number): Promise<string[]> {
  const limited = parts.map(part => Prisma.sql`(${part} LIMIT ${most}::int)`)
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM (${Prisma.join(limited, ' UNION ')}) AS found LIMIT ${most}::int`
  return rows.map(({ id }) => id)
}

const ofCampaign = ({ campaign }: Ctx) => Prisma.sql`campaign_id = ${campaign.id}::uuid`

/**
 * Records in whose text all the words are, taken as they stand and not read as a search engine would; of a very long one its beginning. Alone
 * in a query of its own: beside another condition the database may choose that one's index, and work the endings of each record out.
 */
export function written(words: readonly string[]): Prisma.Sql {
  const beginnings = words.map(word => `'${[...word].slice(0, kept).join('').replaceAll(/['\\]/g, '$&$&')}':*`)
  return Prisma.sql`(SELECT id, campaign_id, kind, unit_code FROM record
    WHERE word_endings(search_text) @@ ${beginnings.join(' & ')}::tsquery OFFSET 0) AS written`
}

/** Of an ending the database keeps so many signs: see `word_endings`. */
const kept = 24

/** Units whose records hold the same words by a name, together; the words with a space between. */
function unitsByWords(units: ReadonlyMap<string, UnitsNamed>): Map<string, string[]> {
  const words = new Map<string, string[]>()
  for (const [word, { found }] of units) for (const code of found) words.set(code, [...(words.get(code) ?? []), word])
  const together = new Map<string, string[]>()
  for (const [code, held] of words) together.set(held.join(' '), [...(together.get(held.join(' ')) ?? []), code])
  return together
}
