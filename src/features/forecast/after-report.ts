import type { Ctx } from '../../contract/feature.ts'
import { pilotOf } from './pilot.ts'
import { type ReportedSum, seriesOf } from './series.ts'
import { seriesByUnit } from './store.ts'
import { verdictOf } from './verdict.ts'
import { nextLine } from './words.ts'

/**
 * For the receipt of a report: the pace still needed and the forecast with this figure in it, though it may still wait for the
 * head. Empty for a target without a pilot light.
 */
export async function forecastLine(
  ctx: Pick<Ctx, 'tx' | 'campaign' | 't' | 'today'>,
  report: ReportedSum & { unitCode: string; targetCode: string },
): Promise<string> {
  const pilot = pilotOf(ctx.campaign, report.targetCode)
  if (!pilot || report.numerator === null || !report.denominator) return ''
  const handedIn = (await seriesByUnit(ctx.tx, ctx.campaign, pilot, [report.unitCode])).get(report.unitCode) ?? []
  const [own] = seriesOf([report])
  const points = own ? [...handedIn.filter(({ day }) => day.slice(0, 7) !== own.day.slice(0, 7)), own] : handedIn
  const inOrder = points.toSorted((a, b) => (a.day < b.day ? -1 : 1))
  return nextLine(ctx.t, verdictOf(inOrder, pilot, ctx.today.toString()))
}
