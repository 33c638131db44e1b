import { actingUnit } from '../../campaign/acting-unit.ts'
import { unitName } from '../../campaign/names.ts'
import type { Ctx } from '../../contract/feature.ts'
import type { Answers } from '../../conversation/field.ts'
import { enqueueTo } from '../../outbox/enqueue.ts'
import { holdersOf } from '../../people/holders.ts'
import { formatDate } from '../../reading/format.ts'
import type { Record as StoredRecord } from '../../store/generated/client.ts'

/** Tells head and focal point of the supervised unit what was seen and recommended (DOC23 goes to the unit, too), once a version. */
export async function tellSupervised(ctx: Ctx, record: StoredRecord, answers: Answers): Promise<void> {
  const unit = actingUnit(ctx.campaign, String(answers.concerns), ctx.today.toString())
  const by = unitName(ctx.campaign, record.unitCode)
  const supervised = unitName(ctx.campaign, unit)
  for (const holder of await holdersOf(ctx.tx, ['HEAD', 'WARD_CHAIR', 'CLERK'], ctx.today, unit)) {
    const t = ctx.texts(holder.locale)
    const what = { code: record.code, content: String(answers.content), day: formatDate(String(answers.heldOn)) }
    const { recommended } = answers
    const lines = [
      t('supervision.told.seen', { ...what, by, unit: supervised, seen: String(answers.seen) }),
      ...(typeof recommended === 'string' ? [t('supervision.told.recommended', { recommended })] : []),
    ]
    const dedupeKey = `supervision:${record.id}:${record.version}:${holder.id}`
    await enqueueTo(
      ctx.tx,
      holder.id,
      { dedupeKey, kind: 'NOTICE', campaign: ctx.campaign, message: { text: lines.join('\n') } },
      ctx.now,
    )
  }
}
