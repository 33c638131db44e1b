import type { Temporal } from 'temporal-polyfill'
import { actingUnit } from '../../campaign/acting-unit.ts'
import { listOwner } from '../../campaign/list-owner.ts'
import type { Span } from '../../campaign/report-period.ts'
import type { ApplicabilityState } from '../../campaign/target.ts'
import type { Registered } from '../../figures/computed.ts'
import { listStandings } from '../../figures/listed.ts'
import { periodsWithin } from '../../figures/period-within.ts'
import { type ReportStanding, reportStandings } from '../../figures/standing.ts'
import { counting } from '../../records/kind.ts'
import { stood } from '../../records/stood.ts'
import { instantAt } from '../../reminders/plan/sending-hours.ts'
import { addDays } from '../../reminders/plan/working-days.ts'
import { Prisma } from '../../store/generated/client.ts'
import type { Tx } from '../../store/transaction.ts'
import { effective, initiative } from '../initiatives/kind.ts'
import type { BoardCtx } from './matrix.ts'
import { type Facts, formerUnits, pairOf, subUnitsBy, unitsBefore } from './source.ts'

/**
 * Loads what the figures of a period are made of: as it stands now, or as it stood at the end of a past day. Reports are read of the
 * units that are wanted, and of those that they took the place of; with `topics` those alone that are filed under one of them.
 */
export async function factsOf(
  ctx: BoardCtx,
  span: Span,
  day: Temporal.PlainDate | null,
  wanted: ReadonlyMap<string, ReadonlySet<string>>,
  topics?: readonly string[],
): Promise<Facts> {
  const { campaign, tx } = ctx
  const before = day && endOf(ctx, day.toString())
  const today = (day ?? ctx.today).toString()
  const on = dayOfUnits(span, today)
  const former = formerUnits(campaign, on)
  const withFormer = new Map(wanted)
  for (const [unitCode, targets] of wanted) for (const code of former.get(unitCode) ?? []) withFormer.set(code, targets)
  const periods = periodsWithin(span)
  const which = { campaignId: campaign.id, periods, before, wanted: withFormer }
  const reports = await reportStandings(tx, { ...which, ...(topics ? { topics } : {}) })
  const endedBefore = unitsBefore(campaign, on)
  const rankings = await tx.rankingEntry.findMany({ where: before ? { loadedAt: { lt: before } } : {} })
  const lists = await listStandings(tx, { campaignId: campaign.id, to: span.to, before })
  return {
    to: span.to,
    countedOn: span.to < today ? span.to : today,
    reports,
    register: await registerOf(ctx, span, before, on),
    rankings,
    former,
    before: endedBefore,
    sentAt: await sentAtOf(
      tx,
      [...endedBefore.keys()].flatMap(code => [...(reports.get(code)?.values() ?? [])]),
    ),
    lists: new Map(lists.map(one => [pairOf(one.unitCode, one.targetCode), one])),
    owners: new Map(
      campaign.plan.targets.flatMap(target => {
        const owner = listOwner(campaign.plan, target)
        return owner ? [[target.code, owner.code] as const] : []
      }),
    ),
    below: subUnitsBy(campaign, on),
  }
}

/**
 * The day whose units a period is told of: the day of looking while it lasts, so that a unit that is to be merged stands until then;
 * else its last.
 */
export function dayOfUnits({ from, to }: Span, today: string): string {
  return from <= today && today < to ? today : to
}

/** When the versions that count were sent, by record. */
async function sentAtOf(tx: Tx, reports: readonly ReportStanding[]): Promise<ReadonlyMap<string, Date>> {
  const counted = new Map(reports.map(({ recordId, version }) => [recordId, version]))
  const versions = await tx.recordVersion.findMany({
    where: { recordId: { in: [...counted.keys()] } },
    select: { recordId: true, version: true, sentAt: true },
  })
  return new Map(
    versions.flatMap(one => (counted.get(one.recordId) === one.version ? [[one.recordId, one.sentAt]] : [])),
  )
}

/** The register as it stood at the end of the period, or on the day it is looked at if that is earlier. */
async function registerOf(
  ctx: BoardCtx,
  { to }: Span,
  before: Date | null,
  on: string,
): Promise<ReadonlyMap<string, Registered>> {
  const { campaign, tx, today } = ctx
  const end = to < today.toString() ? endOf(ctx, to) : null
  const until = end && before ? (end < before ? end : before) : (end ?? before)
  const ofInitiative = Prisma.sql`r.campaign_id = ${campaign.id}::uuid AND r.kind = ${initiative.name}`
  const rows = await tx.$queryRaw<{ origin: string; unitCode: string; registered: number; effective: number }[]>`
    WITH stood AS (${stood(ofInitiative, until)})
    SELECT origin, unit_code AS "unitCode", count(*)::int AS registered,
      (count(*) FILTER (WHERE state = ANY (${effective}::text[])))::int AS effective
    FROM stood WHERE state = ANY (${counting(initiative)}::text[]) GROUP BY origin, unit_code`
  const register = new Map<string, Registered>()
  for (const { origin, unitCode, registered, effective } of rows) {
    // While the unit that has handed it in was there it is that unit's; later it went where the record went.
    const own = actingUnit(campaign, origin, on)
    const of = own === origin ? origin : actingUnit(campaign, unitCode, on)
    const known = register.get(of)
    register.set(of, {
      unitCode: of,
      registered: registered + (known?.registered ?? 0),
      effective: effective + (known?.effective ?? 0),
    })
  }
  return register
}

/** Which targets apply, by unit, there by target. */
export type Applying = ReadonlyMap<string, ReadonlyMap<string, ApplicabilityState | null>>

/** What applies now, or what applied at the end of a past day by the decisions that were written down since. */
export async function applyingAt({ tx, campaign }: BoardCtx, before: Date | null): Promise<Applying> {
  const rows = await tx.$queryRaw<{ unitCode: string; state: ApplicabilityState; targets: string }[]>`
    SELECT unit_code AS "unitCode", state::text AS state, string_agg(target_code, ' ') AS targets
    FROM applicability WHERE campaign_id = ${campaign.id}::uuid GROUP BY unit_code, state`
  const applying = new Map<string, Map<string, ApplicabilityState | null>>()
  for (const { unitCode, state, targets } of rows) {
    const of = applying.get(unitCode) ?? new Map<string, ApplicabilityState | null>()
    applying.set(unitCode, of)
    for (const code of targets.split(' ')) of.set(code, state)
  }
  if (before === null) return applying
  const later = await tx.audit.findMany({
    where: { subjectType: 'applicability', action: 'applicability.decide', at: { gte: before } },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    select: { subjectId: true, from: true },
  })
  for (const { subjectId, from } of later) {
    const at = subjectId.lastIndexOf(':')
    const unitCode = subjectId.slice(0, at)
    const of = applying.get(unitCode) ?? new Map<string, ApplicabilityState | null>()
    applying.set(unitCode, of.set(subjectId.slice(at + 1), stateNamed(from)))
  }
  return applying
}

function stateNamed(text: string | null): ApplicabilityState | null {
  return (['APPLIES', 'PENDING', 'NOT_APPLICABLE'] as const).find(state => state === text) ?? null
}

/** The instant at which a local day is over. */
export function endOf({ campaign }: Pick<BoardCtx, 'campaign'>, day: string): Date {
  return instantAt(addDays(day, 1), '00:00', campaign.timeZone)
}
