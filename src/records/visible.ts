import { withFormer } from '../campaign/acting-unit.ts'
import type { Ctx } from '../contract/feature.ts'
import { reachOf } from '../people/may.ts'
import { Prisma } from '../store/generated/client.ts'
import type { AnyKind } from './kind.ts'
import { unitsNamed } from './units-named.ts'
import { topicsOf } from './waiting.ts'

/** Records of these kinds that this person sees from inside, the head's gate included: see `versionSeenBy`. */
export function insideOf({ person, campaign, today }: Ctx, kinds: readonly AnyKind[]): Prisma.Sql {
  const units = withFormer(campaign, reachOf(person, 'unit.seeDrafts').units, today.toString())
  const personal = kinds.filter(({ isPersonal }) => isPersonal).map(({ name }) => name)
  return Prisma.sql`(r.author_id = ${person.id}::uuid
    OR (r.unit_code = ANY (${units}::text[]) AND r.kind <> ALL (${personal}::text[])))`
}

/** What is searched is of the newest version: while that waits for the head, others find the record by its code only. */
function searched(inside: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`CASE WHEN ${inside} OR r.version = r.passed_version THEN r.search_text ELSE lower(r.code) END`
}

/** Each of the words stands in what is searched, or in the name of the unit: that of its day, one that it left, or one that took its place. */
export function holdWords(ctx: Ctx, inside: Prisma.Sql, words: readonly string[]): Prisma.Sql[] {
  return [...unitsNamed(ctx, words)].map(([word, { named, found }]) => {
    const isWritten = Prisma.sql`position(${word} IN ${searched(inside)}) > 0`
    if (named.length === 0) return isWritten
    return Prisma.sql`(${isWritten} OR r.unit_code = ANY (${found}::text[])
      OR EXISTS (SELECT FROM record_move w WHERE w.record_id = r.id AND w.from_unit = ANY (${named}::text[])))`
  })
}

/** Records of a kind that were let through and that this person sees from outside the unit. */
export function outside(ctx: Ctx, kind: AnyKind): Prisma.Sql {
  const { see } = kind.rights
  const rights = [...(kind.isPersonal ? [] : ['unit.see' as const]), ...(see ? [see] : [])]
  const reaches = rights.map(right => reachOf(ctx.person, right))
  if (reaches.some(({ isEverywhere }) => isEverywhere)) return Prisma.sql`true`
  const held = reaches.flatMap(({ units }) => units)
  const agencies = reaches.flatMap(one => one.agencies)
  return Prisma.sql`(r.unit_code = ANY (${withFormer(ctx.campaign, held, ctx.today.toString())}::text[])
    OR r.topic = ANY (${topicsOf(ctx, kind, agencies)}::text[]))`
}
