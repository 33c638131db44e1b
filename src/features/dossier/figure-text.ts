import type { Ctx } from '../../contract/feature.ts'
import { figureIn } from '../progress/answered.ts'
import { targetOf } from '../progress/targets.ts'
import { cut, shownFigure } from '../progress/wording.ts'
import type { Line } from './line.ts'

/** The figure of a line that was understood, in words; empty: there is none. */
export function shownOf(ctx: Pick<Ctx, 't' | 'campaign'>, { row, reading }: Pick<Line, 'row' | 'reading'>): string {
  const target = targetOf(ctx.campaign.plan, row.codes[0] ?? row.topic)
  return reading?.ok && target ? cut(shownFigure(ctx.t, target, figureIn(reading.answers))) : ''
}
