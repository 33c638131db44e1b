import type { Ctx, Outcome } from '../../contract/feature.ts'
import { keepFigures } from '../../figures/keep.ts'
import { codesServedBy } from '../../obligations/met-by.ts'
import type { Asked, Handed } from '../../records/kind.ts'
import type { Record as StoredRecord } from '../../store/generated/client.ts'
import { reconsiderUnit } from '../forecast/reconsider.ts'
import { figureIn } from './answered.ts'
import { reportParams } from './params.ts'
import { targetOf } from './targets.ts'

/** Said instead of taking in a figure of targets that do not apply to the unit any more. */
export async function notOwedAnyMore(ctx: Ctx, asked: readonly Asked[]): Promise<(Outcome | null)[]> {
  const wanted = asked.map(({ params }) => reportParams(params))
  const where = { campaignId: ctx.campaign.id, unitCode: { in: wanted.map(({ unit }) => unit) } }
  const applying = await ctx.tx.applicability.findMany({ where: { ...where, state: { not: 'NOT_APPLICABLE' } } })
  return wanted.map(({ unit, serves, target }) => {
    if (applying.some(one => one.unitCode === unit && serves.includes(one.targetCode))) return null
    return { text: ctx.t('progress.notReported', { name: targetOf(ctx.campaign.plan, target)?.name ?? target }) }
  })
}

/** Keeps the figures for each target that they serve, and looks anew at where they lead. */
export async function keepReports(ctx: Ctx, handed: readonly Handed[]): Promise<void> {
  await keepFigures(
    ctx.tx,
    handed.map(({ record, params, answers }) => ({
      ...{ record, targetCodes: reportParams(params).serves, figure: figureIn(answers) },
    })),
    ctx.sentOn.toString(),
  )
  for (const { record } of handed) await lookAhead(ctx, record)
}

/** A figure that came to count, or does no longer, may change what has to be explained. */
export function lookAhead({ tx, campaign, now }: Ctx, { unitCode, topic }: StoredRecord): Promise<void> {
  return reconsiderUnit(tx, campaign, unitCode, codesServedBy(campaign.plan, topic), now)
}
