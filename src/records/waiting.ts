import { withFormer } from '../campaign/acting-unit.ts'
import { unitName } from '../campaign/names.ts'
import { periodName } from '../campaign/period-name.ts'
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
  period: string
  isLate: boolean
  since: Date
}

/**
 * What waits for this person, of all kinds, the longest first: one query. Each kind is read in the order of an index and no further than
 * is shown, so that neither many kinds nor many records make it slow.
 */
export async function waitingRecords(ctx: Ctx, kinds: readonly AnyKind[]): Promise<Waiting[]> {
  const reached = kinds.flatMap(kind => [...waitsOf(kind)].flatMap(wait => within(ctx, kind, wait)))
  if (reached.length === 0) return []
  const each = reached.map(
    condition => Prisma.sql`(
      SELECT id, kind, number, code, title, unit_code AS "unitCode", period, is_late AS "isLate", sent_at AS since FROM record
      WHERE campaign_id = ${ctx.campaign.id}::uuid AND ${condition} ORDER BY sent_at, number LIMIT ${most}::int)`,
  )
  const rows = await ctx.tx.$queryRaw<WaitingRow[]>`
    SELECT * FROM (${Prisma.join(each, ' UNION ALL ')}) AS waiting ORDER BY since, kind, number LIMIT ${most}::int`
  const own = await aboutOneself(ctx, kinds, rows)
  const heard = new Set<string>()
  return rows.flatMap(row => {
    if (own.has(row.id)) return []
    const kind = kinds.find(({ name }) => name === row.kind)
    if (!kind) return []
    if (kind.together !== undefined) {
      const count = rows.filter(one => placeOf(one) === placeOf(row)).length
      if (count > 1) {
        if (heard.has(placeOf(row))) return []
        heard.add(placeOf(row))
        return [together(ctx, kind, kind.together, row, count)]
      }
    }
    const label = ctx.t(row.isLate ? 'records.waitingLate' : 'records.waiting', partsOf(ctx, ctx.t, kind, row))
    return [
      { label, since: row.since, go: { to: 'record.show', args: { kind: row.kind, id: row.id } }, page: kind.path },
    ]
  })
}

/** Those of the rows that are about this person: they wait for somebody else. */
async function aboutOneself(ctx: Ctx, kinds: readonly AnyKind[], rows: readonly WaitingRow[]): Promise<Set<string>> {
  const own = new Set<string>()
  for (const kind of kinds) {
    const ids = rows.filter(row => row.kind === kind.name).map(({ id }) => id)
    if (!kind.aboutWhom || ids.length === 0) continue
    for (const [id, who] of await kind.aboutWhom(ctx.tx, ids)) if (who === ctx.person.id) own.add(id)
  }
  return own
}

const placeOf = ({ kind, unitCode, period }: WaitingRow): string => `${kind} ${unitCode} ${period}`

/** One line for all that a unit has handed in for a period, as old as the first. */
function together(ctx: Ctx, kind: AnyKind, to: string, first: WaitingRow, count: number): Waiting {
  const { unitCode, period, since } = first
  const unit = unitName(ctx.campaign, unitCode)
  const label = ctx.t(`${kind.name}.together`, { count, period: periodName(period, ctx.t), unit })
  return { label, since, go: { to, args: { unit: unitCode, period } } }
}

/** What records of a kind may wait for, as a record keeps it, and the rights of those who may end the waiting. */
function waitsOf(kind: AnyKind): Map<string, readonly Right[]> {
  const { approve } = kind.rights
  const waits = new Map<string, readonly Right[]>(approve ? [[approve.name, [approve]]] : [])
  for (const state of Object.keys(kind.states)) {
    const names = waitsFor(kind, state)
    if (names !== null) waits.set(names, awaited(kind, state))
  }
  return waits
}

/** The records of a kind that wait for this and that this person may move on; nothing: there are none. */
function within(ctx: Ctx, kind: AnyKind, [waits, rights]: readonly [string, readonly Right[]]): Prisma.Sql[] {
  const places = rights.flatMap(right => placesOf(ctx, kind, right))
  if (places.length === 0) return []
  return [Prisma.sql`waits_for = ${waits} AND kind = ${kind.name} AND (${Prisma.join(places, ' OR ')})`]
}

/** Where this person holds a right over records of a kind. */
function placesOf(ctx: Ctx, kind: AnyKind, right: Right): Prisma.Sql[] {
  const reach = reachOf(ctx.person, right)
  const notOwn = right.isDecision ? Prisma.sql`author_id <> ${ctx.person.id}::uuid` : Prisma.sql`true`
  const units = withFormer(ctx.campaign, reach.units, ctx.today.toString())
  const places = [
    ...(reach.isEverywhere ? [Prisma.sql`true`] : []),
    ...(units.length > 0 ? [Prisma.sql`unit_code = ANY (${units}::text[])`] : []),
    ...(reach.agencies.length > 0 ? [Prisma.sql`topic = ANY (${topicsOf(ctx, kind, reach.agencies)}::text[])`] : []),
  ]
  return places.map(place => Prisma.sql`${place} AND ${notOwn}`)
}

/** The topics of a kind that lie in the field of one of the agencies: targets of the plan, or what the kind itself goes by. */
export function topicsOf(ctx: Ctx, kind: AnyKind, agencies: readonly string[]): string[] {
  const own = kind.topics?.(ctx).map(({ value }) => value) ?? []
  return [...new Set([...ctx.campaign.plan.targets.map(({ code }) => code), ...own])].filter(topic =>
    kind.agencies?.(ctx, topic).some(agency => agencies.includes(agency)),
  )
}
