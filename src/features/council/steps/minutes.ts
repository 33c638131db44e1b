import type { Ctx } from '../../../contract/feature.ts'
import { storeMade } from '../../../files/store-made.ts'
import type { Done } from '../done.ts'
import { minutesWord } from '../minutes.ts'
import { rulesOf } from '../rules/rules.ts'
import { lockSitting, memberOf, presides, type WholeSitting } from '../sitting.ts'
import { tellMembers } from '../tell.ts'
import { stepTaken } from '../written-down.ts'

/** A member has read the drafted minutes, and may remark on them; the remark goes into them. */
export async function readMinutes(ctx: Ctx, id: string, remark: string): Promise<Done> {
  const { tx, now, t, person } = ctx
  const sitting = await lockSitting(ctx, id, 'UPDATE')
  if (!sitting || !memberOf(sitting, ctx)) return { ok: false, say: t('council.notAllowed') }
  if (sitting.state !== 'OPENED') return { ok: false, say: t('council.tooLate') }
  const key = { sittingId_personId: { sittingId: id, personId: person.id } }
  await tx.sittingMember.update({ where: key, data: { readAt: now, remark } })
  // What chair and secretary have confirmed did not hold this remark.
  if (remark !== '') await tx.sitting.update({ where: { id }, data: unconfirmed })
  await stepTaken(ctx, sitting, 'read')
  return { ok: true, say: t('council.minutes.read') }
}

const unconfirmed = { chairConfirmedAt: null, secretaryConfirmedAt: null }

/** Where the plan gives the chair a casting vote, a tie is settled with a reason; else the nominee waits for another sitting. */
export async function concludeTie(
  ctx: Ctx,
  id: string,
  caseId: string,
  { isAgreed, why }: { isAgreed: boolean; why: string },
): Promise<Done> {
  const { tx, t } = ctx
  const sitting = await lockSitting(ctx, id, 'UPDATE')
  const about = sitting?.cases.find(one => one.id === caseId)
  const isChair = sitting && memberOf(sitting, ctx)?.part === 'CHAIR'
  const isAway = about?.conflicts.some(({ personId }) => personId === ctx.person.id)
  if (!sitting || !about || !isChair || isAway || !rulesOf(sitting).hasCastingVote)
    return { ok: false, say: t('council.notAllowed') }
  if (sitting.state !== 'OPENED' || about.verdict !== 'TIE') return { ok: false, say: t('council.tooLate') }
  if (why.length < 5) return { ok: false, say: t('council.reasonMissing') }
  const verdict = isAgreed ? 'AGREED' : 'NOT_AGREED'
  await tx.sittingCase.update({ where: { id: caseId }, data: { verdict, settledWhy: why } })
  await tx.sitting.update({ where: { id }, data: unconfirmed })
  await stepTaken(ctx, sitting, 'conclude', { to: `${about.code}:${verdict}`, reason: why })
  return { ok: true, say: t('council.settle.done') }
}

/** Chair and secretary confirm the minutes, each once; with the second they are kept as they stand, and the agreement holds. */
export async function confirmMinutes(ctx: Ctx, id: string): Promise<Done> {
  const { tx, now, t } = ctx
  const sitting = await lockSitting(ctx, id, 'UPDATE')
  const as = sitting && confirmsAs(ctx, sitting)
  if (!sitting || !as) return { ok: false, say: t('council.notAllowed') }
  if (sitting.state !== 'OPENED') return { ok: false, say: t('council.doneBefore') }
  if (sitting[as] !== null) return { ok: true, say: t('council.minutes.waits') }
  await tx.sitting.update({ where: { id }, data: { [as]: now } })
  await stepTaken(ctx, sitting, 'confirm')
  const other = as === 'chairConfirmedAt' ? sitting.secretaryConfirmedAt : sitting.chairConfirmedAt
  if (other === null) return { ok: true, say: t('council.minutes.waits') }
  const made = await minutesWord(ctx, { ...sitting, [as]: now })
  const minutesFileId = await storeMade(tx, { name: `${sitting.code}.docx`, bytes: made.bytes }, now)
  await tx.sitting.update({ where: { id }, data: { state: 'CONFIRMED', confirmedAt: now, minutesFileId } })
  const told = new Set([...sitting.members.map(({ personId }) => personId), sitting.preparedById])
  await tellMembers(ctx, sitting, [...told], 'confirmed')
  return { ok: true, say: t('council.minutes.confirmed') }
}

/** Which of the two confirmations is this person's. */
export function confirmsAs(ctx: Ctx, sitting: WholeSitting): 'chairConfirmedAt' | 'secretaryConfirmedAt' | null {
  const me = memberOf(sitting, ctx)
  if (me?.part === 'SECRETARY') return 'secretaryConfirmedAt'
  return presides(sitting, me) ? 'chairConfirmedAt' : null
}
