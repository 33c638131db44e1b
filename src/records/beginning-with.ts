import type { Ctx } from '../contract/feature.ts'
import { fold } from '../reading/text.ts'
import { Prisma } from '../store/generated/client.ts'

/**
 * Ids of records that may hold all the words, at the beginnings of words or in the name of their unit; so many at most. None that does is
 * left out, but for that number; each part is read by an index, whatever the number of records.
 */
export async function beginningWith(ctx: Ctx, words: readonly string[], most: number): Promise<string[]> {
  const asked = words.filter(word => beginningsOf(word) !== '')
  if (asked.length === 0) return []
  const inText = await idsOf(
    ctx,
    [Prisma.sql`SELECT id FROM record WHERE ${ofCampaign(ctx)} AND ${written(asked)}`],
    most,
  )
  const holders = namedBy(ctx, asked)
  if (inText.length >= most || holders.size === 0) return inText
  const byUnit = [...unitsByWords(ctx, holders)].map(([held, units]) => {
    const others = asked.filter(word => !held.split(' ').includes(word))
    const rest = others.length > 0 ? Prisma.sql` AND ${written(others)}` : Prisma.empty
    return Prisma.sql`SELECT id FROM record WHERE ${ofCampaign(ctx)} AND unit_code = ANY (${units}::text[])${rest}`
  })
  const moved = Prisma.sql`SELECT id FROM record WHERE ${ofCampaign(ctx)} AND id IN
    (SELECT record_id FROM record_move WHERE from_unit = ANY (${[...holders.keys()]}::text[]))`
  return [...new Set([...inText, ...(await idsOf(ctx, [...byUnit, moved], most))])].slice(0, most)
}

async function idsOf({ tx }: Ctx, parts: readonly Prisma.Sql[], most: number): Promise<string[]> {
  const limited = parts.map(part => Prisma.sql`(${part} LIMIT ${most}::int)`)
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM (${Prisma.join(limited, ' UNION ')}) AS found LIMIT ${most}::int`
  return rows.map(({ id }) => id)
}

const ofCampaign = ({ campaign }: Ctx) => Prisma.sql`campaign_id = ${campaign.id}::uuid`

function written(words: readonly string[]): Prisma.Sql {
  const beginnings = words.map(beginningsOf).join(' & ')
  return Prisma.sql`to_tsvector('simple', translate(search_text, '-/.', '   ')) @@ to_tsquery('simple', ${beginnings}::text)`
}

function beginningsOf(word: string): string {
  return (word.match(/[\p{L}\p{N}]+/gu) ?? []).map(part => `${part}:*`).join(' & ')
}

/** The words that stand in the name of a unit, by its code. */
function namedBy({ campaign }: Ctx, words: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const named = [...campaign.units.values()].map(({ code, name }) => {
    const folded = fold(name)
    return [code, words.filter(word => folded.includes(word))] as const
  })
  return new Map(named.filter(([, held]) => held.length > 0))
}

/** Units whose records hold the same words by its name or that of a successor, together; the words with a space between. */
function unitsByWords({ campaign }: Ctx, holders: ReadonlyMap<string, readonly string[]>): Map<string, string[]> {
  const together = new Map<string, string[]>()
  for (const { code, successors } of campaign.units.values()) {
    const held = [...new Set([code, ...successors].flatMap(one => holders.get(one) ?? []))].toSorted().join(' ')
    if (held !== '') together.set(held, [...(together.get(held) ?? []), code])
  }
  return together
}
