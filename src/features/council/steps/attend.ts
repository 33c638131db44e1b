import type { Ctx } from '../../../contract/feature.ts'
import type { Done } from '../done.ts'
import { leads, lockSitting, memberOf, type WholeSitting } from '../sitting.ts'
import { stepTaken } from '../written-down.ts'

/** A member says beforehand whether they come; whoever does not may send a written opinion. */
export async function answerInvitation(ctx: Ctx, id: string, answer: 'COMING' | 'ABSENT', why = ''): Promise<Done> {
  const { tx, t, person } = ctx
  const sitting = await lockSitting(ctx, id, 'UPDATE')
  const me = sitting && memberOf(sitting, ctx)
  if (!sitting || !me) return { ok: false, say: t('council.notAllowed') }
  if (sitting.state !== 'INVITED' && sitting.state !== 'VOTING') return { ok: false, say: t('council.tooLate') }
  // Who is there is counted for the quorum: once the vote has begun, nobody was never there.
  if (me.attendance === 'PRESENT' && sitting.state === 'VOTING')
    return { ok: false, say: t('council.attend.presentStays') }
  const key = { sittingId_personId: { sittingId: id, personId: person.id } }
  await tx.sittingMember.update({ where: key, data: { attendance: answer, why: answer === 'ABSENT' ? why : '' } })
  await stepTaken(ctx, sitting, 'answer', { to: answer })
  return { ok: true, say: t(`council.attend.${answer}`) }
}

/** A member is there: they say so, or those who lead the sitting note it. A written opinion that came before counts as theirs here. */
export async function notePresent(ctx: Ctx, id: string, personId: string): Promise<Done> {
  const { tx, t } = ctx
  const sitting = await lockSitting(ctx, id, 'UPDATE')
  const who = sitting?.members.find(member => member.personId === personId)
  if (!sitting || !who || !mayNote(ctx, sitting, personId)) return { ok: false, say: t('council.notAllowed') }
  if (sitting.state !== 'INVITED' && sitting.state !== 'VOTING') return { ok: false, say: t('council.tooLate') }
  if (who.attendance === 'PRESENT') return { ok: true, say: t('council.attend.PRESENT') }
  const key = { sittingId_personId: { sittingId: id, personId } }
  await tx.sittingMember.update({ where: key, data: { attendance: 'PRESENT', why: '' } })
  await tx.ballot.updateMany({ where: { personId, case: { sittingId: id } }, data: { isWritten: false } })
  await stepTaken(ctx, sitting, 'present', { to: personId })
  return { ok: true, say: t('council.attend.PRESENT') }
}

function mayNote(ctx: Ctx, sitting: WholeSitting, personId: string): boolean {
  return personId === ctx.person.id || leads(sitting, memberOf(sitting, ctx))
}
