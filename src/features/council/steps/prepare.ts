import { codeOf } from '../../../campaign/code.ts'
import type { Ctx } from '../../../contract/feature.ts'
import type { Prisma } from '../../../store/generated/client.ts'
import { newId } from '../../../store/new-id.ts'
import type { Done } from '../done.ts'
import { type WaitingNominee, waitingFor } from '../nominees.ts'
import { mayPrepare } from '../rights.ts'
import { rulesFor } from '../rules/rules.ts'
import { lockSitting, sittingFor } from '../sitting.ts'
import { tellMembers } from '../tell.ts'
import { stepTaken } from '../written-down.ts'

export interface Wanted {
  unitCode: string
  place: string
  at: Date
  isSecret: boolean
  /** Which of the plan's majorities; null: the usual one. */
  preset: number | null
  recordIds: readonly string[]
}

/** Puts a sitting together out of nominees that wait. Nobody is told yet. */
export async function prepareSitting(ctx: Ctx, wanted: Wanted): Promise<Done & { id?: string }> {
  const { tx, now, t, campaign, person } = ctx
  const { unitCode, place, at, isSecret, preset, recordIds } = wanted
  if (!mayPrepare(person, campaign, unitCode)) return { ok: false, say: t('council.notAllowed') }
  if (place === '') return { ok: false, say: t('council.prepare.problems.place') }
  if (at <= now) return { ok: false, say: t('council.prepare.problems.past') }
  // Two who prepare at the same moment come one after the other: nobody is put before two sittings.
  await tx.$queryRaw`SELECT 1 FROM campaign WHERE id = ${campaign.id}::uuid FOR UPDATE`
  const chosen = (await waitingFor(ctx, unitCode)).filter(({ recordId }) => recordIds.includes(recordId))
  if (chosen.length === 0) return { ok: false, say: t('council.prepare.problems.cases') }
  const busy = await tx.sittingCase.findFirst({
    where: {
      recordId: { in: chosen.map(({ recordId }) => recordId) },
      sitting: { state: { notIn: ['CONFIRMED', 'CANCELLED'] } },
    },
    include: { sitting: true },
  })
  if (busy)
    return { ok: false, say: t('council.prepare.problems.busy', { name: busy.nominee, code: busy.sitting.code }) }
  const last = await tx.sitting.aggregate({ where: { campaignId: campaign.id }, _max: { number: true } })
  const number = (last._max.number ?? 0) + 1
  const id = newId(now)
  const code = codeOf(campaign, 'HĐ', number)
  const rules: Prisma.InputJsonObject = { ...rulesFor(campaign.plan.commendation, preset) }
  await tx.sitting.create({
    data: {
      ...{ id, campaignId: campaign.id, unitCode, number, code, place, at, isSecret, rules },
      ...{ preparedById: person.id, preparedAt: now },
      cases: { create: chosen.map((one, index) => caseOf(one, index + 1, now)) },
    },
  })
  const sitting = await sittingFor(ctx, id)
  if (sitting) await stepTaken(ctx, sitting, 'prepare', { to: code })
  return { ok: true, say: t('council.prepare.done', { code }), id }
}

function caseOf(nominee: WaitingNominee, number: number, now: Date) {
  const { recordId, version, isAtGate, code, name, ofUnit: unitCode } = nominee
  return { id: newId(now), recordId, version, isAtGate, number, code, nominee: name, unitCode }
}

/** Calls a sitting off before its ballots are opened: they are never read, and what it was to consider waits again. */
export async function cancelSitting(ctx: Ctx, id: string, reason: string): Promise<Done> {
  const { tx, t, campaign, person } = ctx
  const sitting = await lockSitting(ctx, id, 'UPDATE')
  if (!sitting || !mayPrepare(person, campaign, sitting.unitCode)) return { ok: false, say: t('council.notAllowed') }
  if (!['PREPARED', 'INVITED', 'VOTING', 'CLOSED'].includes(sitting.state))
    return { ok: false, say: t('council.tooLate') }
  if (reason.length < 5) return { ok: false, say: t('council.reasonMissing') }
  await tx.sitting.update({ where: { id }, data: { state: 'CANCELLED' } })
  await tx.sittingKey.deleteMany({ where: { sittingId: id } })
  await tx.ballot.updateMany({ where: { case: { sittingId: id } }, data: { sealed: null } })
  await stepTaken(ctx, sitting, 'cancel', { reason })
  const invited = sitting.members.map(({ personId }) => personId)
  await tellMembers(ctx, sitting, invited, 'cancelled', reason)
  return { ok: true, say: t('council.cancelled') }
}
