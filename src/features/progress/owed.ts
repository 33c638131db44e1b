import { periodOwed } from '../../campaign/report-period.ts'
import type { Target } from '../../campaign/target.ts'
import type { Ctx } from '../../contract/feature.ts'
import { type CountedFigure, lastFigures, reportedIn } from '../../figures/counted.ts'
import { codesServedBy } from '../../obligations/met-by.ts'
import type { ApplicabilityState } from '../../store/generated/client.ts'
import { isReported, targetOf } from './targets.ts'

/** What a unit reports, and how it stands to it. */
export interface UnitTarget {
  target: Target
  /** The targets that the same figure serves and that apply to the unit, this one first. */
  serves: readonly Target[]
  /** Not confirmed yet that it applies to the unit (K02). */
  isPending: boolean
  /** What is owed next for it; null: nothing with a date. */
  owed: Owed | null
  /** All that is owed for it and has not reached the managing office, nearest due first. */
  open: readonly Owed[]
  /** The figure that counts at present. */
  last: CountedFigure | null
}

export interface Owed {
  /** Of the report that meets it. */
  period: string
  dueOn: string
  /** Handed to the head already. */
  isWithHead: boolean
  /** The time for it has come. */
  isDueNow: boolean
}

/** The targets that apply to a unit, or may, by code. */
export type Applying = ReadonlyMap<string, ApplicabilityState>

export async function applyingTo({ tx, campaign }: Ctx, unitCode: string): Promise<Applying> {
  const rows = await tx.applicability.findMany({
    where: { campaignId: campaign.id, unitCode, state: { not: 'NOT_APPLICABLE' } },
    select: { targetCode: true, state: true },
  })
  return new Map(rows.map(({ targetCode, state }) => [targetCode, state]))
}

/** The targets the unit reports, nearest due first, those not confirmed last; targets with one figure stand together. */
export async function unitTargets(ctx: Ctx, unitCode: string, applying?: Applying): Promise<UnitTarget[]> {
  const { tx, campaign } = ctx
  const states = applying ?? (await applyingTo(ctx, unitCode))
  const owed = await owedByTarget(ctx, unitCode)
  const last = await lastFigures(tx, campaign.id, unitCode)
  const all = campaign.plan.targets
    .filter(target => states.has(target.code) && isReported(campaign.plan, target))
    .map(target => {
      const serves = served(ctx, target, states)
      const open = openOf(serves, owed)
      const isPending = states.get(target.code) === 'PENDING'
      return { target, serves, isPending, owed: open[0] ?? null, open, last: last.get(target.code) ?? null }
    })
    .sort((a, b) => Number(a.isPending) - Number(b.isPending) || dueOf(a).localeCompare(dueOf(b)))
  const taken = new Set<string>()
  return all.filter(({ target, serves }) => {
    if (taken.has(target.code)) return false
    for (const { code } of serves) taken.add(code)
    return true
  })
}

const nothing: ReadonlySet<string> = new Set()

const dueOf = ({ owed }: Pick<UnitTarget, 'owed'>) => owed?.dueOn ?? '9999'

/** The target first, then those that the same figure serves and that apply to the unit. */
function served(ctx: Ctx, target: Target, applying: ReadonlyMap<string, unknown>): Target[] {
  const others = codesServedBy(ctx.campaign.plan, target.code).filter(
    code => code !== target.code && applying.has(code),
  )
  return [target, ...others.flatMap(code => targetOf(ctx.campaign.plan, code) ?? [])]
}

/** What the figure of these targets is owed for, each period once. */
function openOf(serves: readonly Target[], owed: ReadonlyMap<string, readonly Owed[]>): Owed[] {
  const byPeriod = new Map<string, Owed>()
  const all = serves.flatMap(({ code }) => owed.get(code) ?? [])
  for (const one of all.toSorted((a, b) => a.dueOn.localeCompare(b.dueOn)))
    if (!byPeriod.has(one.period)) byPeriod.set(one.period, one)
  return [...byPeriod.values()]
}

/** What is owed for each target, nearest first. */
async function owedByTarget(ctx: Ctx, unitCode: string): Promise<Map<string, Owed[]>> {
  const { campaign, tx } = ctx
  const today = ctx.today.toString()
  const obligations = await tx.obligation.findMany({
    where: { campaignId: campaign.id, unitCode, state: { in: ['OPEN', 'WITH_HEAD'] } },
    orderBy: { dueOn: 'asc' },
  })
  const owed = new Map<string, Owed[]>()
  const inPeriods = obligations.map(obligation => ({ ...obligation, period: periodOwed(campaign.plan, obligation) }))
  // Of a duty of several targets, those that were reported on are not owed any more.
  const ofSeveral = inPeriods.filter(({ targets }) => targets.length > 1).map(({ period }) => period)
  const reported =
    ofSeveral.length > 0 ? await reportedIn(tx, campaign.id, unitCode, [...new Set(ofSeveral)]) : undefined
  for (const { targets, dueOn, opensOn, state, period } of inPeriods) {
    const done = (targets.length > 1 && reported?.get(period)) || nothing
    for (const code of targets) {
      if (codesServedBy(campaign.plan, code).some(twin => done.has(twin))) continue
      const isWithHead = state === 'WITH_HEAD'
      const one = { period, dueOn, isWithHead, isDueNow: !isWithHead && opensOn <= today }
      owed.set(code, [...(owed.get(code) ?? []), one])
    }
  }
  return owed
}
