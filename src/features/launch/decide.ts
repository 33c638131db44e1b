import { handIn, reopen } from '../../campaign/hand-in.ts'
import { record } from '../../people/audit.ts'
import { may } from '../../people/may.ts'
import type { Ctx } from '../feature.ts'
import { sentDay } from '../three-times.ts'
import { tellSender } from './notices.ts'
import { type LaunchAction, moveOf } from './rules.ts'
import { unitName } from './store.ts'

/** Working days a unit is given to correct a returned document. */
const correctionDays = 5

/**
 * Decides on a launch document, in chat and on the desk alike: checks the right again, changes the state under a row condition,
 * writes it down, opens or meets the obligation and tells the sender. A second press finds it done.
 */
export async function decideLaunch(
  ctx: Ctx,
  id: string,
  action: LaunchAction,
  reason: string,
): Promise<{ ok: boolean; say: string }> {
  const document = await ctx.tx.launchDocument.findUnique({ where: { id } })
  const subject = { unitCode: document?.unitCode ?? '', authorId: document?.senderId ?? '' }
  const move = document ? moveOf(action, document) : undefined
  if (!document || !may(ctx.person, 'unit.see', subject)) return { ok: false, say: ctx.t('launch.gone') }
  if (!move)
    return { ok: false, say: ctx.t('launch.decidedAlready', { state: ctx.t(`launch.states.${document.state}`) }) }
  if (!may(ctx.person, move.right, subject)) return { ok: false, say: ctx.t('launch.notAllowed') }
  if (move.needsReason && reason.trim() === '') return { ok: false, say: ctx.t('launch.reasonNeeded') }

  const item = { unitCode: document.unitCode, item: { kind: 'launchDocument' as const } }
  let isLate = document.isLate
  if (action === 'approve') {
    const sentOn = sentDay(ctx, document, document.updatedAt)
    const handed = await handIn(ctx.tx, ctx.campaign, { ...item, stage: 'MET' }, ctx.now, sentOn)
    isLate = isLate || (document.sentAt === null && handed.isLate)
  }
  if (action === 'return' || action === 'sendBack') {
    await reopen(ctx.tx, ctx.campaign, item, ctx.campaign.calendar.addWorkingDays(ctx.today, correctionDays).toString())
  }
  const { count } = await ctx.tx.launchDocument.updateMany({
    where: { id, state: move.from, awaitingHead: move.awaitingHead },
    data: {
      state: move.to,
      awaitingHead: false,
      isLate,
      ...(action === 'approve' ? { sentAt: document.sentAt ?? ctx.now } : {}),
      updatedAt: ctx.now,
    },
  })
  if (count !== 1) throw new Error('the document was decided on at the same moment')
  const actorRole = move.right === 'launch.approve' ? 'HEAD' : 'PNV'
  await record(
    ctx.tx,
    {
      actorId: ctx.person.id,
      actorRole,
      action: `launch.${action}`,
      subjectType: 'launch-document',
      subjectId: id,
      from: move.from,
      to: move.to,
      ...(reason ? { reason } : {}),
    },
    ctx.now,
  )
  await tellSender(ctx, document, action, reason)
  return { ok: true, say: ctx.t(`launch.done.${action}`, { unit: unitName(ctx, document.unitCode) }) }
}
