import { type CampaignStep, isUnderWay, stateAfter } from '../../campaign/states.ts'
import type { CampaignState } from '../../campaign/writable.ts'
import type { Ctx } from '../../contract/feature.ts'
import { reasonLength } from '../../contract/reason.ts'
import { writeAudit } from '../../people/audit.ts'
import { givingRole } from '../../people/may.ts'
import { formatDate } from '../../reading/format.ts'
import { cancelFor, remindAgain } from '../../reminders/round/cancel.ts'
import { lastStep } from './history.ts'
import { missingFor } from './missing.ts'
import { stepCampaign } from './rights.ts'
import { type NewForms, type StepTaken, tellStep } from './tell.ts'

export interface AskedStep {
  move: CampaignStep
  /** The state that the person had before them. */
  from: string
  reason: string
}

/** Within this a move is taken back without a reason. */
const TAKEN_BACK_WITHIN_MS = 24 * 3_600_000

/**
 * Moves the campaign on, or back to the state before, in the caller's transaction: reminders stop or begin again, everybody concerned is
 * told once. One at a time: the second of two people hears what the first did. What is missing forbids nothing, but wants a reason;
 * so does a way back after a day. `newForms`: forms that bring something new, whose drafts wait when nothing new is taken.
 */
export async function takeStep(ctx: Ctx, asked: AskedStep, newForms: NewForms): Promise<{ ok: boolean; say: string }> {
  const { tx, campaign, now, t } = ctx
  const actorRole = givingRole(ctx.person, stepCampaign, {})?.role
  if (!actorRole) return { ok: false, say: t('campaigns.state.notYours') }
  await tx.$queryRaw`SELECT 1 FROM campaign WHERE id = ${campaign.id}::uuid FOR UPDATE`
  const row = await tx.campaign.findUniqueOrThrow({ where: { id: campaign.id } })
  const from: CampaignState = row.state
  if (from !== asked.from) return { ok: false, say: await alreadyMoved(ctx, from) }
  const to = stateAfter(from, asked.move)
  const walled = to && row.isActive ? await wallBefore(ctx, asked.move, to) : t('campaigns.state.noMove')
  if (to === null || walled !== null) return { ok: false, say: walled ?? t('campaigns.state.noMove') }
  const reason = asked.reason.trim()
  if (reason.length < reasonLength.min && (await wantsReason(ctx, asked.move, to, row.stateSince)))
    return { ok: false, say: t(`campaigns.state.reasonNeeded.${asked.move}`) }

  await tx.campaign.update({ where: { id: campaign.id }, data: { state: to, stateSince: now } })
  await remindersFollow(ctx, from, to)
  const entry = { actorId: ctx.person.id, actorRole, action: `campaign.${asked.move}`, from, to }
  const subject = { subjectType: 'campaign', subjectId: campaign.id, ...(reason === '' ? {} : { reason }) }
  await writeAudit(tx, { ...entry, ...subject }, now)
  const moved: StepTaken = { ...asked, reason, from, to, since: row.stateSince }
  const told = await tellStep(ctx, moved, newForms)
  return { ok: true, say: t(`campaigns.state.moved.${asked.move}`, { to: t(`campaigns.states.${to}`), count: told }) }
}

/** Whether a reason must be given. */
export async function wantsReason(
  ctx: Ctx,
  move: CampaignStep,
  to: CampaignState,
  since: Date | null,
): Promise<boolean> {
  if (move === 'on') return (await missingFor(ctx, to)).length > 0
  return since === null || ctx.now.getTime() - since.getTime() > TAKEN_BACK_WITHIN_MS
}

/** Why the campaign cannot go there at all; null: it can. */
export async function wallBefore(ctx: Ctx, move: CampaignStep, to: CampaignState): Promise<string | null> {
  const { tx, campaign, today, t } = ctx
  const begins = campaign.startsOn.toString()
  if (move === 'on' && to === 'RUNNING' && today.toString() < begins)
    return t('campaigns.state.notBegun', { day: formatDate(begins) })
  if (to !== 'DRAFT') return null
  const count = await tx.record.count({ where: { campaignId: campaign.id } })
  return count > 0 ? t('campaigns.state.hasRecords', { count }) : null
}

async function alreadyMoved(ctx: Ctx, state: CampaignState): Promise<string> {
  const last = await lastStep(ctx)
  const to = ctx.t(`campaigns.states.${state}`)
  if (!last) return ctx.t('campaigns.state.otherState', { to })
  return ctx.t('campaigns.state.already', { who: last.who, at: ctx.localTime(last.at), to })
}

async function remindersFollow({ tx, campaign, now }: Ctx, from: CampaignState, to: CampaignState): Promise<void> {
  const [was, is] = [isUnderWay({ state: from }), isUnderWay({ state: to })]
  if (was === is) return
  const where = { campaignId: campaign.id, state: { in: ['OPEN' as const, 'WITH_HEAD' as const] } }
  const ids = (await tx.obligation.findMany({ where, select: { id: true } })).map(({ id }) => id)
  await (is ? remindAgain(tx, ids, now) : cancelFor(tx, ids, 'campaignOver', now))
}
