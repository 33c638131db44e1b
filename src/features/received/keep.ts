import { provisionalDuties } from '../../campaign/provisional.ts'
import type { Ctx } from '../../contract/feature.ts'
import { writeAudit } from '../../people/audit.ts'
import { may } from '../../people/may.ts'
import { cancelFor } from '../../reminders/round/cancel.ts'
import type { Obligation, ReceivedState } from '../../store/generated/client.ts'
import { newId } from '../../store/new-id.ts'
import { isLate, type Receipt } from './rules.ts'
import { liveNote, lockObligation } from './store.ts'

export interface Kept {
  ok: boolean
  say: string
}

/** The unit says that it has handed it in: an officer has to confirm it; until then it is owed, and its reminders pause. */
export async function claimReceived(ctx: Ctx, obligationId: string, receipt: Receipt): Promise<Kept> {
  const owed = await owedOr(ctx, obligationId)
  if ('say' in owed) return owed
  if (!may(ctx.person, 'received.claim', { unitCode: owed.unitCode })) return refused(ctx, 'notAllowed')
  await keep(ctx, owed, receipt, 'CLAIMED', '')
  await cancelFor(ctx.tx, [owed.id], 'claimed', ctx.now)
  return { ok: true, say: ctx.t('received.claimed') }
}

/** An officer notes what was received outside this system: it meets the obligation and stops its reminders. */
export async function noteReceived(ctx: Ctx, obligationId: string, receipt: Receipt, reason: string): Promise<Kept> {
  if (!may(ctx.person, 'received.note')) return refused(ctx, 'notAllowed')
  const owed = await owedOr(ctx, obligationId)
  if ('say' in owed) return owed
  await keep(ctx, owed, receipt, 'CONFIRMED', reason)
  const wasLate = await meet(ctx, owed, receipt.receivedOn)
  return { ok: true, say: ctx.t(wasLate ? 'received.notedLate' : 'received.noted') }
}

/** Late by the day of receipt; never for a day that is only expected (OP-16). Tells whether it was late. */
export async function meet(ctx: Ctx, obligation: Obligation, receivedOn: string): Promise<boolean> {
  const { id, metAt, dueOn, dutyCode } = obligation
  const wasLate = isLate(receivedOn, dueOn) && !provisionalDuties(ctx.campaign.plan).includes(dutyCode)
  await ctx.tx.obligation.update({
    where: { id },
    data: { state: 'MET', metAt: metAt ?? ctx.now, isLate: wasLate, returnedOn: null },
  })
  await cancelFor(ctx.tx, [id], 'met', ctx.now)
  return wasLate
}

/** The obligation where it is still owed and nothing has been noted, else why not. */
async function owedOr(ctx: Ctx, obligationId: string): Promise<Obligation | Kept> {
  const obligation = await lockObligation(ctx, obligationId)
  if (!obligation || obligation.state === 'WITHDRAWN') return refused(ctx, 'gone')
  if (obligation.state === 'MET') return refused(ctx, 'metAlready')
  const standing = await liveNote(ctx.tx, obligation.id)
  return standing?.state === 'CLAIMED' ? refused(ctx, 'claimedAlready') : obligation
}

async function keep(
  ctx: Ctx,
  obligation: Obligation,
  receipt: Receipt,
  state: Extract<ReceivedState, 'CLAIMED' | 'CONFIRMED'>,
  reason: string,
): Promise<void> {
  const { id: byId, roles } = ctx.person
  const isClaim = state === 'CLAIMED'
  await ctx.tx.receivedNote.create({
    data: {
      ...{ id: newId(ctx.now), campaignId: ctx.campaign.id, obligationId: obligation.id, state, ...receipt },
      ...{ byId, at: ctx.now, ...(isClaim ? {} : { decidedById: byId, decidedAt: ctx.now }) },
    },
  })
  const held = roles.find(role => (isClaim ? role.unitCode === obligation.unitCode : role.role === 'PNV'))
  await writeAudit(
    ctx.tx,
    {
      ...{ actorId: byId, actorRole: held?.role ?? 'GUEST', subjectType: 'obligation', subjectId: obligation.id },
      ...{ action: isClaim ? 'received.claim' : 'received.note', from: obligation.state },
      to: isClaim ? 'CLAIMED' : 'MET',
      ...(reason === '' ? {} : { reason }),
    },
    ctx.now,
  )
}

function refused(ctx: Ctx, why: string): Kept {
  return { ok: false, say: ctx.t(`received.${why}`) }
}
