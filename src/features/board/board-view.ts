import { Temporal } from 'temporal-polyfill'
import { spanOf } from '../../campaign/report-period.ts'
import type { Ctx } from '../../contract/feature.ts'
import type { BoardView } from './matrix.ts'

/** The quarters of the campaign and its year, in order. */
export function boardPeriods({ campaign: { year, startsOn } }: Ctx): string[] {
  const quarters = [1, 2, 3, 4].map(quarter => `${year}-Q${quarter}`)
  return [...quarters.filter(period => (spanOf(period)?.to ?? '') >= startsOn.toString()), String(year)]
}

/** The period that is spoken of when none is asked for: the running quarter, and in its first month the one that has just ended. */
export function presentPeriod(ctx: Ctx, day = ctx.today): string {
  const periods = boardPeriods(ctx).filter(period => period.includes('-Q'))
  const spoken = day.subtract({ months: 1 }).toString()
  return periods.find(period => (spanOf(period)?.to ?? '') >= spoken) ?? periods.at(-1) ?? String(ctx.campaign.year)
}

/** What an address asks for; anything else is the present. A day to come is no past: it is left out. */
export function viewIn(ctx: Ctx, search: URLSearchParams): BoardView {
  const day = dayIn(ctx, search.get('ngay') ?? '')
  const asked = boardPeriods(ctx).find(period => period === search.get('ky'))
  return { period: asked ?? presentPeriod(ctx, day ?? ctx.today), day }
}

function dayIn({ today }: Ctx, text: string): Temporal.PlainDate | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return null
  try {
    const day = Temporal.PlainDate.from(text, { overflow: 'reject' })
    return Temporal.PlainDate.compare(day, today) < 0 ? day : null
  } catch {
    return null
  }
}
