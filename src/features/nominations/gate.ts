import type { Ctx } from '../../contract/feature.ts'
import type { Record as StoredRecord } from '../../store/generated/client.ts'
import type { Seams } from './seams.ts'

/** The head's word passes a nomination on only with the agreement of the unit's council: why not yet, in words. */
export async function withoutAgreement(
  ctx: Ctx,
  { id, version }: StoredRecord,
  move: string,
  { agreedOn }: Pick<Seams, 'agreedOn'>,
): Promise<string | null> {
  if (move !== 'approve') return null
  const agreement = (await agreedOn(ctx.tx, [id])).get(id)
  const fact = await ctx.tx.nominationFact.findUnique({
    where: { recordId_version: { recordId: id, version } },
    select: { name: true },
  })
  if (!agreement || agreement.agreed === null || agreement.nominee !== fact?.name)
    return ctx.t('nomination.notConsidered')
  if (agreement.agreed) return null
  const { sittingCode, votesFor, members } = agreement
  return ctx.t('nomination.notAgreed', { sitting: sittingCode ?? '', votesFor, members })
}
