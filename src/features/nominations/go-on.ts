import { unitName } from '../../campaign/names.ts'
import type { Ctx } from '../../contract/feature.ts'
import { enqueueTo } from '../../outbox/enqueue.ts'
import { holdersOf } from '../../people/holders.ts'
import type { Record as StoredRecord } from '../../store/generated/client.ts'
import { askAgencies } from './appraisal.ts'
import { dossierCode, joinDossier, receiveDossier } from './dossier.ts'
import { tellDeciding } from './tell-deciding.ts'

/** The moves by which a nomination comes before the chairman; taken back, or going on, it was there before. */
const arrives = ['approve', 'submit', 'submitAtWard']

/** What follows a move: a dossier is joined at the gate, and its receipt is given with the first nomination that is received. */
export async function goOn(ctx: Ctx, record: StoredRecord, move: string): Promise<void> {
  if (move === 'approve') await joinDossier(ctx, record)
  if (move === 'appraise') await askAgencies(ctx, record)
  if (move === 'receive') await tellReceipt(ctx, record)
  if (['SUBMITTED_TO_CHAIR', 'WITH_WARD_CHAIR'].includes(record.state) && arrives.includes(move))
    await tellDeciding(ctx, record)
}

/** The unit's head and focal point get the receipt of the dossier: its code and the time. */
async function tellReceipt(ctx: Ctx, { id, unitCode }: StoredRecord): Promise<void> {
  const dossier = await receiveDossier(ctx, id)
  if (!dossier) return
  for (const holder of await holdersOf(ctx.tx, ['HEAD', 'WARD_CHAIR', 'CLERK'], ctx.today, unitCode)) {
    const t = ctx.texts(holder.locale)
    const parts = {
      code: dossierCode(ctx.campaign, dossier),
      unit: unitName(ctx.campaign, unitCode),
      at: ctx.localTime(ctx.now),
    }
    const message = { text: t('nomination.told.receipt', parts), words: [t('nomination.mine')] }
    const notice = { dedupeKey: `nomination:receipt:${dossier.id}:${holder.id}`, kind: 'NOTICE' as const, message }
    await enqueueTo(ctx.tx, holder.id, { ...notice, campaign: ctx.campaign, go: [{ to: 'nominations.mine' }] }, ctx.now)
  }
}
