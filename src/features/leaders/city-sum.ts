import { officeOn } from '../../campaign/names.ts'
import type { Ctx } from '../../contract/feature.ts'
import { pictureOf } from '../forecast/picture.ts'
import { type Pilot, pilotsOf } from '../forecast/pilot.ts'
import type { Point } from '../forecast/series.ts'
import { seriesByUnit, unitsOf } from '../forecast/store.ts'
import { type Verdict, verdictOf } from '../forecast/verdict.ts'

/** The sums of all units together. */
export interface CitySum {
  pilot: Pilot
  verdict: Verdict
  /** Of the units that are judged by it, those without a figure. */
  silent: readonly string[]
}

/** The first money target of the plan, over all units; null: the plan has none. */
export async function citySum(ctx: Ctx): Promise<CitySum | null> {
  const [pilot] = pilotsOf(ctx.campaign)
  if (!pilot) return null
  const judged = [...(await unitsOf(ctx.tx, ctx.campaign, pilot))]
  const series = await seriesByUnit(ctx.tx, ctx.campaign, pilot, judged)
  const verdict = verdictOf(added([...series.values()]), pilot, ctx.today.toString())
  return { pilot, verdict, silent: judged.filter(unit => !series.has(unit)) }
}

/** On every day on which a unit reported, the last known sums of all that had reported by then. */
export function added(series: readonly (readonly Point[])[]): Point[] {
  const days = [...new Set(series.flatMap(points => points.map(({ day }) => day)))].sort()
  return days.map(day => {
    const known = series.flatMap(points => points.findLast(point => point.day <= day) ?? [])
    return {
      day,
      done: known.reduce((sum, { done }) => sum + done, 0n),
      plan: known.reduce((sum, { plan }) => sum + plan, 0n),
    }
  })
}

/** Where a picture cannot be drawn. */
export const wordsAreEnough = () => null

/** Its picture; null without a figure. It lies with the unit above the managing office. */
export async function cityPicture(ctx: Ctx, { pilot, verdict }: CitySum) {
  const office = officeOn(ctx.campaign, ctx.today.toString())
  const unitCode = office?.parentCode ?? office?.code ?? ''
  return pictureOf(ctx.tx, ctx.t, { unitCode, unitName: ctx.t('leaders.everybody'), pilot, verdict }, ctx.now)
}
