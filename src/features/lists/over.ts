import type { Ctx, Outcome } from '../../contract/feature.ts'
import type { Params } from '../../conversation/field.ts'
import type { AnswersOf } from '../../conversation/form.ts'
import { itemsAt } from '../../figures/items.ts'
import type { Asked } from '../../records/kind.ts'
import type { Record as StoredRecord } from '../../store/generated/client.ts'
import { targetOf } from '../progress/targets.ts'
import type { listForm } from './form.ts'
import { type Listed, mergedItems } from './item.ts'
import { paramsOf } from './started.ts'

type ListAnswers = AnswersOf<typeof listForm.fields>

/** What was made of the list that the person had before them, put into the list as it stands by now. */
export async function withOthers(
  ctx: Ctx,
  present: StoredRecord | null,
  answers: ListAnswers,
  { basedOn }: Params,
): Promise<ListAnswers> {
  const known = present ? await itemsAt(ctx.tx, present.id, present.version) : []
  const base = present ? await itemsAt(ctx.tx, present.id, Number(basedOn ?? 0)) : []
  // A file may have come before the question was answered.
  const mine = (answers as Partial<ListAnswers>).items?.items ?? base
  const items: Listed = { items: mergedItems(base, mine, known), unread: [] }
  return { ...answers, items }
}

/** Said instead of taking in the list of a target that does not apply to the unit any more. */
export async function notKeptAnyMore(ctx: Ctx, asked: readonly Asked<ListAnswers>[]): Promise<(Outcome | null)[]> {
  const wanted = asked.map(({ params }) => ({ unitCode: String(params.unit), targetCode: String(params.target) }))
  const applying = await ctx.tx.applicability.findMany({
    where: { campaignId: ctx.campaign.id, OR: wanted, state: { not: 'NOT_APPLICABLE' } },
  })
  return wanted.map(({ unitCode, targetCode }) => {
    if (applying.some(one => one.unitCode === unitCode && one.targetCode === targetCode)) return null
    const name = targetOf(ctx.campaign.plan, targetCode)?.name ?? targetCode
    return { text: ctx.t('progress.notReported', { name }) }
  })
}

/** A correction begins with the list as it stands on its own day. */
export async function startedOver(ctx: Ctx, record: StoredRecord): Promise<Params> {
  return paramsOf(ctx, { unit: record.unitCode, target: record.topic }, record)
}
