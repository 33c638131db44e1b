import type { Temporal } from 'temporal-polyfill'
import { competes, groupOf } from '../../campaign/competing.ts'
import { deadlineDay } from '../../campaign/due-days.ts'
import { spanOf } from '../../campaign/report-period.ts'
import type { Target } from '../../campaign/target.ts'
import { existsOn, existsWithin } from '../../campaign/unit.ts'
import type { Ctx } from '../../contract/feature.ts'
import { type CellFacts, type CellState, cellState } from '../../figures/cell.ts'
import { type Computed, computedFrom, initiativesEffective } from '../../figures/computed.ts'
import type { Figure } from '../../figures/figure.ts'
import type { ReportStanding } from '../../figures/standing.ts'
import { may } from '../../people/may.ts'
import { isReported } from '../progress/targets.ts'
import { applyingAt, endOf, factsOf } from './facts.ts'
import { type Facts, pairOf, type Source, sourceOf, unitsThere } from './source.ts'

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

/** What a board is worked out from. */
export type BoardCtx = Pick<Ctx, 'tx' | 'campaign' | 'today'>

/** The board of the units that are to be seen. */
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
  const facts = await factsOf(ctx, span, day)
  const applying = await applyingAt(ctx, day && endOf(ctx, day.toString()))
  const columns = targets.map(target => ({ target, targetDay: dayOfTarget(ctx, target) }))
  const judged = { campaignFrom: campaign.startsOn.toString(), span, today }
  const rows = [...campaign.units.values()]
    .filter(unit => competes(campaign.plan, unit) && existsWithin(unit, span.from, span.to))
    .filter(({ code }) => isSeen(code))
    .map(unit => {
      const isThere = existsOn(unit, span.to)
      return {
        unitCode: unit.code,
        unitName: unit.name,
        group: groupOf(campaign.plan, unit) ?? '',
        cells: columns.map(({ target, targetDay }) => {
          const applies = applying.get(pairOf(unit.code, target.code)) ?? null
          return cellOf(facts, { ...judged, target, targetDay, applies, isThere, unitCode: unit.code })
        }),
      }
    })
  const seen = unitsThere(campaign, span.to).filter(isSeen)
  return { period, targets, rows, register: initiativesEffective(seen, facts.register) }
}

function dayOfTarget({ campaign: { plan, calendar } }: BoardCtx, { deadline }: Target): string {
  return deadlineDay(plan, deadline, calendar)?.toString() ?? plan.endsOn
}

interface Found extends Pick<CellFacts, 'targetDay' | 'applies' | 'isThere' | 'campaignFrom' | 'span' | 'today'> {
  unitCode: string
  target: Target
}

function cellOf(facts: Facts, { unitCode, target, ...found }: Found): Cell {
  if (!found.isThere || found.applies === null || found.applies === 'NOT_APPLICABLE')
    return { ...nothing, unitCode, target, state: 'NOT_APPLICABLE' }
  // What has not begun has no computed figure yet.
  const isToCome = found.span.from > found.today && computedFrom(target) !== null
  const { isWithHead, ...sourced } = isToCome ? { ...nothing, isWithHead: false } : sourceOf(target, unitCode, facts)
  const state = cellState({
    ...{ measure: target.measure, ...found, figure: sourced.figure, isWithHead },
    isVerified: sourced.standing?.state === 'VERIFIED' || sourced.standing?.state === 'LOCKED',
  })
  return { unitCode, target, state, ...sourced }
}

const nothing = { figure: null, asOf: null, source: null, standing: null }
