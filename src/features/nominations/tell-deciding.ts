import { officeName, unitName } from '../../campaign/names.ts'
import type { Ctx } from '../../contract/feature.ts'
import { enqueueTo } from '../../outbox/enqueue.ts'
import { holdersOf } from '../../people/holders.ts'
import type { Record as StoredRecord } from '../../store/generated/client.ts'

/**
 * Tells the chairman who decides that nominations lie before them: once a day, however many there are, for they are decided on together.
 * Who has just let one through knows it.
 */
export async function tellDeciding(ctx: Ctx, { unitCode, state }: StoredRecord): Promise<void> {
  const { tx, today, campaign, now } = ctx
  const isOfWard = state === 'WITH_WARD_CHAIR'
  const holders = isOfWard
    ? await holdersOf(tx, ['WARD_CHAIR'], today, unitCode)
    : await holdersOf(tx, ['CHAIR'], today)
  for (const holder of holders) {
    if (holder.id === ctx.person.id) continue
    const t = ctx.texts(holder.locale)
    const from = isOfWard ? unitName(campaign, unitCode) : officeName(campaign, today.toString())
    const message = { text: t('nomination.told.deciding', { from }), words: [t('nomination.told.openList')] }
    const dedupeKey = `nomination:deciding:${campaign.id}:${isOfWard ? unitCode : 'city'}:${today}:${holder.id}`
    await enqueueTo(tx, holder.id, { dedupeKey, kind: 'NOTICE', campaign, message, go: [{ to: 'awarding.list' }] }, now)
  }
}
