import type { Temporal } from 'temporal-polyfill'
import type { CampaignUnit } from '../../campaign/active.ts'
import { competes, groupOf } from '../../campaign/competing.ts'
import { deadlineDay } from '../../campaign/due-days.ts'
import { spanOf } from '../../campaign/report-period.ts'
import type { ApplicabilityState, Target } from '../../campaign/target.ts'
import { existsOn, existsWithin } from '../../campaign/unit.ts'
import type { Ctx } from '../../contract/feature.ts'
import { type CellFacts, type CellState, cellState } from '../../figures/cell.ts'
import { type Computed, computedFrom, initiativesEffective } from '../../figures/computed.ts'
import type { Figure } from '../../figures/figure.ts'
import type { ReportStanding } from '../../figures/standing.ts'
import { may } from '../../people/may.ts'
import { isReported } from '../progress/targets.ts'
import { type Applying, applyingAt, dayOfUnits, endOf, factsOf } from './facts.ts'
import { type Facts, nothing, type Source, sourceOf, unitsThere } from './source.ts'

export interface Cell {
  unitCode: string
  target: Target
  state: CellState
  /** What counts. */
  figure: Figure | null
  /** The day of it. */
  asOf: string | null
  /** What it is made of. */
  source: Source | null
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
  /** The whole register of initiatives in the period, whoever is judged by it. */
  register: Computed | null
}

/** What is looked at: a period, and (null: as it stands now) the day at whose end it is looked at. */
export interface BoardView {
  period: string
  day: Temporal.PlainDate | null
}

/** Targets of units that units report or that are computed: the columns of the board. */
export function boardTargets({ campaign: { plan } }: Pick<Ctx, 'campaign'>): Target[] {
  return plan.targets.filter(
    target => isReported(plan, target) || (target.judges === 'COLLECTIVE' && computedFrom(target) !== null),
  )
}

/** Target × unit for a period, of the units that this person may see. The one source of every number that is told of targets. */
export function boardOf(ctx: Ctx, view: BoardView): Promise<Board> {
  return boardFor(ctx, view, unitCode => may(ctx.person, 'unit.see', { unitCode }))
}

/** The same of one unit alone. */
export function boardOfUnit(ctx: Ctx, view: BoardView, code: string): Promise<Board> {
  return boardFor(ctx, view, unitCode => unitCode === code && may(ctx.person, 'unit.see', { unitCode }))
}

/** What a board is worked out from. */
export type BoardCtx = Pick<Ctx, 'tx' | 'campaign' | 'today'>

/** The board of the units that are to be seen; what only others need is not read. */
export async function boardFor(
  ctx: BoardCtx,
  { period, day }: BoardView,
  isSeen: (unitCode: string) => boolean,
): Promise<Board> {
  const span = spanOf(period)
  const targets = boardTargets(ctx)
  if (!span) return { period, targets, rows: [], register: null }
  const { campaign } = ctx
  const today = (day ?? ctx.today).toString()
  const applying = await applyingAt(ctx, day && endOf(ctx, day.toString()))
  const columns = targets.map(target => ({ target, targetDay: dayOfTarget(ctx, target) }))
  const units = [...campaign.units.values()]
    .filter(unit => competes(campaign.plan, unit) && existsWithin(unit, span.from, span.to))
    .filter(({ code }) => isSeen(code))
  const facts = await factsOf(ctx, span, day, reportsWanted(units, targets, applying))
  const on = dayOfUnits(span, today)
  const judging = { facts, span, today, campaignFrom: campaign.startsOn.toString() }
  const rows = units.map(unit => {
    const isThere = existsOn(unit, on)
    const applies = applying.get(unit.code)
    return {
      unitCode: unit.code,
      unitName: unit.name,
      group: groupOf(campaign.plan, unit) ?? '',
      cells: columns.map(column =>
        cellOf(judging, column, unit.code, isThere ? applies?.get(column.target.code) : null),
      ),
    }
  })
  const seen = unitsThere(campaign, on).filter(isSeen)
  return { period, targets, rows, register: initiativesEffective(seen, facts.register) }
}

/** Targets whose figures are reports, by the units to which they apply. */
function reportsWanted(
  units: readonly CampaignUnit[],
  targets: readonly Target[],
  applying: Applying,
): ReadonlyMap<string, ReadonlySet<string>> {
  const reported = targets.filter(target => computedFrom(target) === null).map(({ code }) => code)
  return new Map(
    units.map(({ code }) => {
      const states = applying.get(code)
      return [code, new Set(reported.filter(target => applyIs(states?.get(target))))]
    }),
  )
}

/** Whether there is anything to judge. */
function applyIs(state: ApplicabilityState | null | undefined): state is 'APPLIES' | 'PENDING' {
  return state === 'APPLIES' || state === 'PENDING'
}

function dayOfTarget({ campaign: { plan, calendar } }: BoardCtx, { deadline }: Target): string {
  return deadlineDay(plan, deadline, calendar)?.toString() ?? plan.endsOn
}

/** What is the same for all cells of a board. */
interface Judging extends Pick<CellFacts, 'span' | 'today' | 'campaignFrom'> {
  facts: Facts
}

function cellOf(
  { facts, span, today, campaignFrom }: Judging,
  { target, targetDay }: { target: Target; targetDay: string },
  unitCode: string,
  applies: ApplicabilityState | null | undefined,
): Cell {
  if (!applyIs(applies))
    return { unitCode, target, state: 'NOT_APPLICABLE', figure: null, asOf: null, source: null, standing: null }
  // What has not begun has no computed figure yet.
  const isToCome = span.from > today && computedFrom(target) !== null
  const { figure, asOf, source, standing, isWithHead } = isToCome ? nothing : sourceOf(target, unitCode, facts)
  const isVerified = standing?.state === 'VERIFIED' || standing?.state === 'LOCKED'
  const { measure } = target
  const judged = {
    measure,
    targetDay,
    campaignFrom,
    span,
    today,
    isThere: true,
    applies,
    figure,
    isWithHead,
    isVerified,
  }
  return { unitCode, target, state: cellState(judged), figure, asOf, source, standing }
}
