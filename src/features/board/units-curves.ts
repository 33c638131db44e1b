import { monthEnd } from '../../campaign/calendar.ts'
import { unitName } from '../../campaign/names.ts'
import type { Ctx } from '../../contract/feature.ts'
import { may } from '../../people/may.ts'
import { type Pilot, pilotsOf } from '../forecast/pilot.ts'
import type { Point } from '../forecast/series.ts'
import { seriesByUnit, unitsOf } from '../forecast/store.ts'
import { totalOf } from './curve.ts'

/** What one pilot's curves are drawn from. */
export interface Curves {
  pilot: Pilot
  days: readonly string[]
  units: readonly { unitCode: string; points: readonly Point[] }[]
  total: readonly Point[]
}

/**
 * The paid-out sums of the units that are judged by them and that this person may see, until a day, and of all of them together at each month's end before it and on it.
 */
export async function curvesOf(ctx: Ctx, until: string): Promise<Curves[]> {
  const { campaign, tx } = ctx
  const found: Curves[] = []
  for (const pilot of pilotsOf(campaign)) {
    const series = await seriesByUnit(tx, campaign, pilot, [...(await unitsOf(tx, campaign, pilot))])
    const units = [...series]
      .filter(([unitCode]) => may(ctx.person, 'unit.see', { unitCode }))
      .map(([unitCode, points]) => ({ unitCode, points: points.filter(({ day }) => day <= until) }))
      .filter(({ points }) => points.length > 0)
      .toSorted((a, b) => unitName(campaign, a.unitCode).localeCompare(unitName(campaign, b.unitCode), 'vi'))
    const days = [...monthEnds(campaign.year).filter(day => day < until), until]
    found.push({
      ...{ pilot, days, units },
      total: totalOf(
        units.map(({ points }) => points),
        days,
      ),
    })
  }
  return found
}

function monthEnds(year: number): string[] {
  return Array.from({ length: 12 }, (_, at) => monthEnd(year, at + 1).toString())
}
