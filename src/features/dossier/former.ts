import { withFormer } from '../../campaign/acting-unit.ts'
import { periodName } from '../../campaign/period-name.ts'
import type { Ctx } from '../../contract/feature.ts'
import { targetOf } from '../progress/targets.ts'
import { unitName } from '../progress/unit-name.ts'
import { sheetIn } from './sheet.ts'

/**
 * What ended units that this one stands for had put in for the period and never handed in, as lines that can be pasted. A figure of
 * one of several merged units is not that of the new one: nothing goes over by itself.
 */
export async function leftByFormer(ctx: Ctx, unit: string, period: string): Promise<string[]> {
  const former = withFormer(ctx.campaign, [unit], ctx.today.toString()).filter(code => code !== unit)
  if (former.length === 0) return []
  const sheets = await ctx.tx.figureSheet.findMany({
    where: { campaignId: ctx.campaign.id, unitCode: { in: former }, period },
    orderBy: { unitCode: 'asc' },
  })
  return sheets.flatMap(({ unitCode, content }) => {
    const lines = Object.entries(sheetIn(content).entries).map(
      ([code, { typed }]) => `${targetOf(ctx.campaign.plan, code)?.name ?? code}: ${typed}`,
    )
    if (lines.length === 0) return []
    const said = { former: unitName(ctx, unitCode), unit: unitName(ctx, unit), period: periodName(period, ctx.t) }
    return [[ctx.t('dossier.former', said), ...lines].join('\n')]
  })
}
