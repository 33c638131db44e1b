import { Temporal } from 'temporal-polyfill'
import type { Ctx } from '../../contract/feature.ts'
import { boardPeriods, presentPeriod } from '../board/board-view.ts'
import type { PaperKind, Wanted } from './kind.ts'

export interface Asked {
  unit: string
  period: string
  /** 'YYYY-MM-DD'; empty: as it stands now. */
  day: string
  units: readonly string[]
}

/** What a form or a command line asks for, or the key of the sentence that says what is wrong with it. */
export function wantedIn(ctx: Ctx, kind: PaperKind, asked: Asked): Wanted | { problem: string } {
  const { campaign, today } = ctx
  if (kind.of === 'unit' && !campaign.units.has(asked.unit)) return { problem: 'papers.problems.unit' }
  const periods = boardPeriods(ctx)
  if (kind.hasPeriod && asked.period !== '' && !periods.includes(asked.period))
    return { problem: 'papers.problems.period' }
  const day = asked.day === '' || kind.isOfNow ? null : dayIn(asked.day)
  if (day === undefined) return { problem: 'papers.problems.day' }
  if (day && Temporal.PlainDate.compare(day, today) > 0) return { problem: 'papers.problems.future' }
  const isPast = day !== null && Temporal.PlainDate.compare(day, today) < 0
  return {
    unitCode: kind.of === 'unit' ? asked.unit : null,
    period: kind.hasPeriod ? asked.period || presentPeriod(ctx) : String(campaign.year),
    day: isPast ? day : null,
    units: asked.units.length > 0 ? asked.units : null,
  }
}

function dayIn(text: string): Temporal.PlainDate | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return undefined
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' })
  } catch {
    return undefined
  }
}
