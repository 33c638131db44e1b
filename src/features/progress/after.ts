import type { Ctx, Outcome } from '../../contract/feature.ts'
import type { Answers, Params } from '../../conversation/field.ts'
import { keepFigures } from '../../figures/keep.ts'
import { codesServedBy } from '../../obligations/met-by.ts'
import type { Record as StoredRecord } from '../../store/generated/client.ts'
import { reconsiderUnit } from '../forecast/reconsider.ts'
import { figureIn } from './answered.ts'
import { reportParams } from './params.ts'
import { targetOf } from './targets.ts'

/** Said instead of taking in a figure of targets that do not apply to the unit any more. */
export async function notOwedAnyMore(ctx: Ctx, _: Answers, params: Params): Promise<Outcome | null> {
  const { unit, serves, target } = reportParams(params)
  const where = { campaignId: ctx.campaign.id, unitCode: unit, targetCode: { in: serves } }
  const applying = await ctx.tx.applicability.count({ where: { ...where, state: { not: 'NOT_APPLICABLE' } } })
  if (applying > 0) return null
  return { text: ctx.t('progress.notReported', { name: targetOf(ctx.campaign.plan, target)?.name ?? target }) }
}

/** Keeps the figure for each target that it serves, and looks anew at where it leads. */
export async function keepReport(ctx: Ctx, record: StoredRecord, answers: Answers, params: Params): Promise<void> {
  await keepFigures(ctx.tx, record, reportParams(params).serves, figureIn(answers), ctx.sentOn.toString())
  await lookAhead(ctx, record)
}

/** A figure that came to count, or does no longer, may change what has to be explained. */
export function lookAhead({ tx, campaign, now }: Ctx, { unitCode, topic }: StoredRecord): Promise<void> {
  return reconsiderUnit(tx, campaign, unitCode, codesServedBy(campaign.plan, topic), now)
}
