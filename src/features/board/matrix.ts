import type { Temporal } from 'temporal-polyfill'
import { competes, groupOf } from '../../campaign/competing.ts'
import { deadlineDay } from '../../campaign/due-days.ts'
import { type Span, spanOf } from '../../campaign/report-period.ts'
import type { Target } from '../../campaign/target.ts'
import { existsOn, existsWithin } from '../../campaign/unit.ts'
import type { Ctx } from '../../contract/feature.ts'
import { type CellState, cellState } from '../../figures/cell.ts'
import { periodsWithin, speaking } from '../../figures/period-within.ts'
import { type ReportStanding, reportStandings } from '../../figures/standing.ts'
import { may } from '../../people/may.ts'
import { instantAt } from '../../reminders/plan/sending-hours.ts'
import { isReported } from '../progress/targets.ts'

export interface Cell {
  target: Target
  state: CellState
  /** The report that speaks for the cell, if there is one. */
  standing: ReportStanding | null
}

export interface BoardRow {
  unitCode: string
  unitName: string
  /** Participant group of the plan. */
  group: string
  cells: readonly Cell[]
}

export interface Board {
  period: string
  targets: readonly Target[]
  rows: readonly BoardRow[]
}

/** What is looked at: a period, and (null: as it stands now) the day at whose end it is looked at. */
export interface BoardView {
  period: string
  day: Temporal.PlainDate | null
}

/** Targets of units that units report: the columns of the board. */
export function boardTargets({ campaign: { plan } }: Pick<Ctx, 'campaign'>): Target[] {
  return plan.targets.filter(target => isReported(plan, target))
}

/** Target × unit for a period, of the units that this person may see. The one source of every number that is told of targets. */
export async function boardOf(ctx: Ctx, { period, day }: BoardView): Promise<Board> {
  const span = spanOf(period)
  const targets = boardTargets(ctx)
  if (!span) return { period, targets, rows: [] }
  const { campaign, tx } = ctx
  const before = day && instantAt(day.add({ days: 1 }).toString(), '00:00', campaign.timeZone)
  const standings = byUnitAndTarget(
    await reportStandings(tx, { campaignId: campaign.id, periods: periodsWithin(span), before }),
  )
  const applying = new Map(
    (
      await tx.applicability.findMany({
        where: { campaignId: campaign.id },
        select: { unitCode: true, targetCode: true, state: true },
      })
    ).map(({ unitCode, targetCode, state }) => [`${unitCode} ${targetCode}`, state]),
  )
  const days = new Map(targets.map(target => [target.code, dayOfTarget(ctx, target)]))
  const rows = [...campaign.units.values()]
    .filter(unit => competes(campaign.plan, unit) && existsWithin(unit, span.from, span.to))
    .filter(({ code }) => may(ctx.person, 'unit.see', { unitCode: code }))
    .map(unit => ({
      unitCode: unit.code,
      unitName: unit.name,
      group: groupOf(campaign.plan, unit) ?? '',
      cells: targets.map(target =>
        cellOf(ctx, span, day ?? ctx.today, {
          ...{ target, targetDay: days.get(target.code) ?? campaign.plan.endsOn, isThere: existsOn(unit, span.to) },
          applies: applying.get(`${unit.code} ${target.code}`) ?? null,
          standings: standings.get(`${unit.code} ${target.code}`) ?? [],
        }),
      ),
    }))
  return { period, targets, rows }
}

function dayOfTarget({ campaign: { plan, calendar } }: Ctx, { deadline }: Target): string | undefined {
  return deadlineDay(plan, deadline, calendar)?.toString()
}

/** A report whose figure does not count stands for the target it is filed under. */
function byUnitAndTarget(standings: readonly ReportStanding[]): ReadonlyMap<string, ReportStanding[]> {
  const by = new Map<string, ReportStanding[]>()
  for (const one of standings) {
    const key = `${one.unitCode} ${one.targetCode ?? one.topic}`
    const known = by.get(key)
    if (known) known.push(one)
    else by.set(key, [one])
  }
  return by
}

interface Found {
  target: Target
  targetDay: string
  isThere: boolean
  applies: 'APPLIES' | 'PENDING' | 'NOT_APPLICABLE' | null
  standings: readonly ReportStanding[]
}

function cellOf(ctx: Ctx, span: Span, today: Temporal.PlainDate, { standings, target, ...found }: Found): Cell {
  const counting = speaking(standings.filter(({ figure }) => figure !== null))
  const standing = counting ?? speaking(standings) ?? null
  const state = cellState({
    ...{ measure: target.measure, targetDay: found.targetDay, campaignFrom: ctx.campaign.startsOn.toString(), span },
    ...{ today: today.toString(), isThere: found.isThere, applies: found.applies, figure: counting?.figure ?? null },
    isVerified: counting?.state === 'VERIFIED' || counting?.state === 'LOCKED',
    isWithHead: standings.some(({ isWithHead }) => isWithHead),
  })
  return { target, state, standing }
}
