import type { Ctx } from '../../contract/feature.ts'
import { sentDay } from '../../contract/three-times.ts'
import { writeAudit } from '../../people/audit.ts'
import { may } from '../../people/may.ts'
import { handIn, reopen } from '../../records/meeting.ts'
import type { TargetReport } from '../../store/generated/client.ts'
import { reconsiderUnit } from '../forecast/reconsider.ts'
import { handedItem } from './handed-item.ts'
import { tellSender } from './notices.ts'
import { isOpenTo, mayMove, maySee, moves, type ReportAction } from './rules.ts'
import { findReport, isSuperseded, siblingsOf } from './store.ts'
import { targetOf } from './targets.ts'
import { reportTitle } from './wording.ts'

/**
 * Decides on a report, in chat and on the desk alike, together with the reports of the targets that the same figure serves:
 * checks the right again, changes the state under a row condition, writes it down, meets or opens again what is owed, tells the
 * sender. A second press hears that it is done.
 */
export async function decideReport(
  ctx: Ctx,
  id: string,
  action: ReportAction,
  reason: string,
): Promise<{ ok: boolean; say: string }> {
  const report = await findReport(ctx.tx, ctx.campaign.id, id)
  const focalAgencies = report ? focalAgenciesOf(ctx, report) : []
  if (!report || !maySee(ctx.person, report, focalAgencies)) return refused(ctx, 'gone')
  if (!mayMove(ctx.person, report, action, focalAgencies)) return refused(ctx, 'notAllowed')
  if (!isOpenTo(report, action)) return { ok: false, say: await doneAlready(ctx, report) }
  if (await isSuperseded(ctx.tx, report)) return refused(ctx, 'superseded')
  const why = reason.trim()
  if (moves[action].needsReason && why === '') return refused(ctx, 'reasonNeeded')

  const together = await siblingsOf(ctx.tx, report)
  for (const one of together) {
    if (!mayMove(ctx.person, one, action, focalAgenciesOf(ctx, one))) continue
    const isDone = await decideOne(ctx, one, action, why)
    if (!isDone && one.id === id) return { ok: false, say: await doneAlready(ctx, report) }
  }
  const codes = together.map(one => one.targetCode)
  await reconsiderUnit(ctx.tx, ctx.campaign, report.unitCode, codes, ctx.now)
  await tellSender(ctx, report, action, why)
  return { ok: true, say: ctx.t(`progress.done.${action}`, { title: reportTitle(ctx, together) }) }
}

async function decideOne(ctx: Ctx, report: TargetReport, action: ReportAction, reason: string): Promise<boolean> {
  const { from, awaitingHead, to } = moves[action]
  const isSent = action === 'approve'
  const { count } = await ctx.tx.targetReport.updateMany({
    where: { id: report.id, state: from, awaitingHead },
    data: { state: to, awaitingHead: false, updatedAt: ctx.now, ...(isSent ? { sentAt: ctx.now } : {}) },
  })
  if (count !== 1) return false
  await writeAudit(
    ctx.tx,
    {
      actorId: ctx.person.id,
      actorRole: actingRole(ctx, report, action),
      action: `report.${action}`,
      subjectType: 'report',
      subjectId: report.id,
      from,
      to,
      ...(reason === '' ? {} : { reason }),
    },
    ctx.now,
  )
  const { unitCode } = report
  const item = handedItem(report)
  if (isSent) {
    const sentOn = sentDay(ctx, report, report.updatedAt)
    const handed = await handIn(ctx.tx, ctx.campaign, { unitCode, item, stage: 'MET' }, ctx.now, sentOn)
    if (handed.isLate) await ctx.tx.targetReport.update({ where: { id: report.id }, data: { isLate: true } })
  }
  if (action === 'return' || action === 'sendBack') {
    const { calendar, plan } = ctx.campaign
    const expected = calendar.addWorkingDays(ctx.today, plan.timeLimits.correctReturned).toString()
    await reopen(ctx.tx, ctx.campaign, { unitCode, item }, expected)
  }
  return true
}

export function focalAgenciesOf(
  ctx: Pick<Ctx, 'campaign'>,
  report: Pick<TargetReport, 'targetCode'>,
): readonly string[] {
  return targetOf(ctx.campaign.plan, report.targetCode)?.focalAgencies ?? []
}

/** The held role that gives the right, for the record of who acted as what. */
function actingRole(ctx: Ctx, report: TargetReport, action: ReportAction) {
  const subject = { unitCode: report.unitCode, authorId: report.senderId, focalAgencies: focalAgenciesOf(ctx, report) }
  const held = ctx.person.roles.find(role => may({ ...ctx.person, roles: [role] }, moves[action].right, subject))
  return held?.role ?? 'GUEST'
}

function refused(ctx: Ctx, why: string): { ok: false; say: string } {
  return { ok: false, say: ctx.t(`progress.${why}`) }
}

/** Who did it, and when: the second of two people must not wonder. */
async function doneAlready(ctx: Ctx, { id }: TargetReport): Promise<string> {
  const last = await ctx.tx.audit.findFirst({
    where: { subjectType: 'report', subjectId: id },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
  })
  const actor = last?.actorId ? await ctx.tx.person.findUnique({ where: { id: last.actorId } }) : null
  const present = await ctx.tx.targetReport.findUniqueOrThrow({ where: { id } })
  return ctx.t('progress.doneAlready', {
    title: reportTitle(ctx, [present]),
    state: ctx.t(stateKey(present)),
    who: actor?.fullName ?? '',
    at: ctx.localTime(last?.at ?? present.updatedAt),
  })
}

/** Text key of the state as people call it. */
export function stateKey({ state, awaitingHead }: Pick<TargetReport, 'state' | 'awaitingHead'>): string {
  return awaitingHead ? 'progress.states.AWAITING_HEAD' : `progress.states.${state}`
}
