import { handIn } from '../../campaign/hand-in.ts'
import type { AnswersOf } from '../../conversation/form.ts'
import { record } from '../../people/audit.ts'
import { may } from '../../people/may.ts'
import { newId } from '../../store/new-id.ts'
import type { Ctx, Outcome, Submission } from '../feature.ts'
import { timesNow } from '../three-times.ts'
import type { launchForm } from './form.ts'
import { tellHeads } from './notices.ts'
import { mayHandIn } from './rules.ts'
import { documentOf } from './store.ts'

/** The head sends at once; the focal point's document goes to the head first (plan 114 §9.2). */
export async function submitLaunch(
  ctx: Ctx,
  submission: Submission<AnswersOf<typeof launchForm.fields>>,
): Promise<Outcome> {
  const { answers, params, draftId } = submission
  const unitCode = String(params.unit)
  if (!may(ctx.person, 'launch.write', { unitCode })) return { text: ctx.t('launch.notAllowed') }
  const before = await documentOf(ctx, unitCode)
  if (!mayHandIn(before)) return { text: ctx.t('launch.alreadySent', { unit: params.unitName }) }
  const isHead = may(ctx.person, 'launch.approve', { unitCode })
  const handed = await handIn(
    ctx.tx,
    ctx.campaign,
    { unitCode, item: { kind: 'launchDocument' }, stage: isHead ? 'MET' : 'WITH_HEAD' },
    ctx.now,
    ctx.sentOn,
  )
  const state = isHead ? 'SENT' : (before?.state ?? 'NOT_SENT')
  const isLate = before?.isLate === true || (isHead && before?.sentAt == null && handed.isLate)
  const data = {
    state,
    awaitingHead: !isHead,
    number: answers.number,
    signedOn: answers.signedOn,
    fileIds: answers.files.map(file => file.id),
    note: answers.note ?? '',
    isLate,
    ...(isHead ? { sentAt: before?.sentAt ?? ctx.now } : {}),
    ...timesNow(ctx),
    senderId: ctx.person.id,
    draftId,
    updatedAt: ctx.now,
  }
  const { id } = await ctx.tx.launchDocument.upsert({
    where: { campaignId_unitCode: { campaignId: ctx.campaign.id, unitCode } },
    create: { id: newId(ctx.now), campaignId: ctx.campaign.id, unitCode, ...data },
    update: data,
  })
  const actorRole = isHead ? 'HEAD' : 'CLERK'
  const entry = {
    actorId: ctx.person.id,
    actorRole,
    action: 'launch.handIn',
    subjectType: 'launch-document',
    subjectId: id,
  } as const
  await record(ctx.tx, { ...entry, from: before?.state ?? 'NOT_SENT', to: isHead ? 'SENT' : 'AWAITING_HEAD' }, ctx.now)
  if (isHead)
    return {
      text: ctx.t(isLate ? 'launch.sentLate' : 'launch.sent', { unit: params.unitName, number: answers.number }),
    }
  const heads = await tellHeads(ctx, { id, unitCode, number: answers.number })
  return {
    text: ctx.t(heads > 0 ? 'launch.withHead' : 'launch.noHead', { unit: params.unitName, number: answers.number }),
  }
}
