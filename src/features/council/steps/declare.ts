import type { Ctx } from '../../../contract/feature.ts'
import type { Done } from '../done.ts'
import { lockSitting, memberOf } from '../sitting.ts'
import { stepTaken } from '../written-down.ts'

/** A member declares an interest in a nominee: they do not vote on it, and a ballot that was cast is taken out, unread, for good. */
export async function declareConflict(ctx: Ctx, id: string, caseId: string, reason: string): Promise<Done> {
  const { tx, now, t, person } = ctx
  const sitting = await lockSitting(ctx, id, 'UPDATE')
  const about = sitting?.cases.find(one => one.id === caseId)
  if (!sitting || !about || !memberOf(sitting, ctx)) return { ok: false, say: t('council.notAllowed') }
  if (sitting.state !== 'INVITED' && sitting.state !== 'VOTING') return { ok: false, say: t('council.tooLate') }
  if (reason.length < 3) return { ok: false, say: t('council.conflict.reasonMissing') }
  const row = { caseId, personId: person.id, kind: 'DECLARED' as const, reason, at: now }
  await tx.councilConflict.createMany({ data: [row], skipDuplicates: true })
  const { count } = await tx.ballot.updateMany({
    where: { caseId, personId: person.id, removedAt: null },
    data: { sealed: null, removedAt: now },
  })
  await stepTaken(ctx, sitting, 'declare', { to: about.code })
  const params = { name: about.nominee }
  return { ok: true, say: t(count > 0 ? 'council.conflict.removed' : 'council.conflict.declared', params) }
}
