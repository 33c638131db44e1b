import { withFormer } from '../campaign/acting-unit.ts'
import type { Ctx, Waiting } from '../contract/feature.ts'
import { reachOf } from '../people/may.ts'
import type { Right } from '../people/right.ts'
import { Prisma } from '../store/generated/client.ts'
import { type AnyKind, awaited, waitsFor } from './kind.ts'
import { partsOf } from './naming.ts'

const most = 200

interface WaitingRow {
  id: string
  kind: string
  code: string
  title: string
  unitCode: string
  isLate: boolean
  since: Date
}

/** What waits for this person, of all kinds, the longest first: one query whatever the number of kinds and records. */
export async function waitingRecords(ctx: Ctx, kinds: readonly AnyKind[]): Promise<Waiting[]> {
  const reached = kinds.flatMap(kind => waysToWait(kind).flatMap(way => within(ctx, kind, way)))
  if (reached.length === 0) return []
  const rows = await ctx.tx.$queryRaw<WaitingRow[]>`
    SELECT id, kind, code, title, unit_code AS "unitCode", is_late AS "isLate", sent_at AS since FROM record
    WHERE campaign_id = ${ctx.campaign.id}::uuid AND waits_for IS NOT NULL AND (${Prisma.join(reached, ' OR ')})
    ORDER BY sent_at, id LIMIT ${most}::int`
  return rows.flatMap(row => {
    const kind = kinds.find(({ name }) => name === row.kind)
    if (!kind) return []
    const label = ctx.t(row.isLate ? 'records.waitingLate' : 'records.waiting', partsOf(ctx, ctx.t, kind, row))
    return [
      { label, since: row.since, go: { to: 'record.show', args: { kind: row.kind, id: row.id } }, page: kind.path },
    ]
  })
}

interface WayToWait {
  /** As the record keeps it. */
  waits: string
  /** One of the rights that it waits for. */
  right: Right
}

/** What records of a kind may wait for, each way once. */
function waysToWait(kind: AnyKind): WayToWait[] {
  const { approve } = kind.rights
  const ofStates = Object.keys(kind.states).flatMap(state =>
    awaited(kind, state).map(right => ({ waits: waitsFor(kind, state) ?? '', right })),
  )
  const all = [...(approve ? [{ waits: approve.name, right: approve }] : []), ...ofStates]
  return [...new Map(all.map(way => [`${way.waits}:${way.right.name}`, way])).values()]
}

/** Where this person may make a move that records of the kind wait for. */
function within(ctx: Ctx, kind: AnyKind, { waits, right }: WayToWait): Prisma.Sql[] {
  const reach = reachOf(ctx.person, right)
  const units = withFormer(ctx.campaign, reach.units, ctx.today.toString())
  const places = [
    ...(reach.isEverywhere ? [Prisma.sql`true`] : []),
    ...(units.length > 0 ? [Prisma.sql`unit_code = ANY (${units}::text[])`] : []),
    ...(reach.agencies.length > 0 ? [Prisma.sql`topic = ANY (${topicsOf(ctx, kind, reach.agencies)}::text[])`] : []),
  ]
  if (places.length === 0) return []
  const notOwn = right.isDecision ? Prisma.sql`AND author_id <> ${ctx.person.id}::uuid` : Prisma.empty
  return [Prisma.sql`(waits_for = ${waits} AND kind = ${kind.name} ${notOwn} AND (${Prisma.join(places, ' OR ')}))`]
}

/** The topics of a kind that lie in the field of one of the agencies. */
export function topicsOf(ctx: Pick<Ctx, 'campaign'>, kind: AnyKind, agencies: readonly string[]): string[] {
  return ctx.campaign.plan.targets
    .map(({ code }) => code)
    .filter(topic => kind.agencies?.(ctx, topic).some(agency => agencies.includes(agency)))
}
