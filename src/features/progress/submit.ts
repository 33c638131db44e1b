import { periodAround } from '../../campaign/report-period.ts'
import type { Ctx, Outcome, Submission } from '../../contract/feature.ts'
import { timesNow } from '../../contract/three-times.ts'
import type { FileAnswer } from '../../conversation/draft.ts'
import type { Answers } from '../../conversation/field.ts'
import { writeAudit } from '../../people/audit.ts'
import { type Action, may } from '../../people/may.ts'
import { handIn } from '../../records/meeting.ts'
import type { Role, TargetReport } from '../../store/generated/client.ts'
import { newId } from '../../store/new-id.ts'
import { forecastLine } from '../forecast/after-report.ts'
import { reconsiderUnit } from '../forecast/reconsider.ts'
import { figureFrom, type ReportKind } from './answered.ts'
import type { Figure } from './figure.ts'
import { handedItem } from './handed-item.ts'
import { tellHeads } from './notices.ts'
import { type UnitTarget, unitTargets } from './owed.ts'
import { reportParams } from './params.ts'
import { nextOf } from './quick.ts'
import { receipt, receiptLine } from './receipt.ts'
import { successionOf } from './rules.ts'
import { latestVersion, lockReports } from './store.ts'

/** What the form says, before it is known whom it goes to. */
interface Content {
  /** The columns of the report. */
  columns: Figure & { fallReason: string; fileIds: string[]; draftId: string }
  correctionReason: string
}

/**
 * Stores the confirmed figure for the target and for those that it serves too. The head sends at once; the focal point's figure
 * goes to the head first (plan §9.4). What is owed is met in the same transaction.
 */
export function submitReport(kind: ReportKind) {
  return async (ctx: Ctx, { answers, params, draftId }: Submission<Answers>): Promise<Outcome> => {
    const wanted = reportParams(params)
    const { unit } = wanted
    if (!may(ctx.person, 'report.write', { unitCode: unit })) return { text: ctx.t('progress.notReporter') }
    await lockReports(ctx.tx, ctx.campaign.id, unit)
    const about = (await unitTargets(ctx, unit)).find(({ serves }) => serves.some(({ code }) => code === wanted.target))
    if (!about) return { text: ctx.t('progress.notReported', { name: wanted.code }) }
    const period = wanted.period ?? periodOfOld(ctx, about)
    const content = contentOf(kind, answers, draftId)
    const stored: TargetReport[] = []
    for (const target of about.serves) stored.push(await store(ctx, { unit, period, code: target.code }, content))
    const sent: TargetReport[] = []
    for (const report of stored) sent.push(await hand(ctx, report))
    const [first] = sent
    if (!first) throw new Error('a report was stored for no target')
    const heads = first.awaitingHead ? await tellHeads(ctx, first) : 0
    if (!first.awaitingHead) await reconsiderUnit(ctx.tx, ctx.campaign, unit, codesOf(sent), ctx.now)
    const outlook = await forecastLine(ctx, first)
    return wanted.quick
      ? nextOf(ctx, { unit, skip: wanted.skip, period: wanted.quickPeriod }, receiptLine(ctx, sent, heads, outlook))
      : receipt(ctx, sent, heads, outlook)
  }
}

/** A draft of an older release names no period: what is due is meant, else the running period. */
function periodOfOld(ctx: Ctx, { target, open }: UnitTarget): string {
  return open.find(owed => owed.isDueNow)?.period ?? periodAround(target, ctx.today)
}

const codesOf = (sent: readonly TargetReport[]) => sent.map(report => report.targetCode)

function contentOf(kind: ReportKind, answers: Answers, draftId: string): Content {
  const figure = figureFrom(kind, answers)
  const files = [...filesIn(answers.document), ...filesIn(answers.evidence)]
  const fileIds = files.map(file => file.id)
  return {
    columns: { ...figure, fallReason: words(answers.fallReason), fileIds, draftId },
    correctionReason: words(answers.correctionReason),
  }
}

const words = (answer: unknown) => (typeof answer === 'string' ? answer : '')

const filesIn = (answer: unknown) => (Array.isArray(answer) ? (answer as readonly FileAnswer[]) : [])

/** The next version, or the unit's own draft rewritten. */
async function store(
  ctx: Ctx,
  wanted: { unit: string; code: string; period: string },
  content: Content,
): Promise<TargetReport> {
  const of = {
    campaignId: ctx.campaign.id,
    unitCode: wanted.unit,
    targetCode: wanted.code,
    period: wanted.period,
  }
  const latest = await latestVersion(ctx.tx, of)
  const succession = successionOf(latest)
  const isHead = may(ctx.person, 'report.approve', { unitCode: wanted.unit })
  const data = {
    ...content.columns,
    state: isHead ? ('SUBMITTED' as const) : ('DRAFT' as const),
    awaitingHead: !isHead,
    asOf: ctx.sentOn.toString(),
    sentAt: isHead ? ctx.now : null,
    ...timesNow(ctx),
    senderId: ctx.person.id,
    updatedAt: ctx.now,
  }
  const report =
    succession.is === 'rewrite' && latest
      ? await ctx.tx.targetReport.update({ where: { id: latest.id }, data })
      : await ctx.tx.targetReport.create({ data: { id: newId(ctx.now), ...of, version: succession.version, ...data } })
  await writeAudit(
    ctx.tx,
    {
      actorId: ctx.person.id,
      actorRole: roleAt(ctx, wanted.unit, isHead ? 'report.approve' : 'report.write'),
      action: succession.is === 'next' && succession.version > 1 ? 'report.correct' : 'report.handIn',
      subjectType: 'report',
      subjectId: report.id,
      from: latest?.state ?? 'DRAFT',
      to: isHead ? 'SUBMITTED' : 'AWAITING_HEAD',
      ...(content.correctionReason === '' ? {} : { reason: content.correctionReason }),
    },
    ctx.now,
  )
  return report
}

function roleAt(ctx: Ctx, unitCode: string, right: Action): Role | 'GUEST' {
  return ctx.person.roles.find(held => may({ ...ctx.person, roles: [held] }, right, { unitCode }))?.role ?? 'GUEST'
}

async function hand(ctx: Ctx, report: TargetReport): Promise<TargetReport> {
  const { unitCode, awaitingHead } = report
  const what = {
    unitCode,
    item: handedItem(report),
    stage: awaitingHead ? ('WITH_HEAD' as const) : ('MET' as const),
  }
  const handed = await handIn(ctx.tx, ctx.campaign, what, ctx.now, ctx.sentOn)
  if (awaitingHead || !handed.isLate) return report
  return ctx.tx.targetReport.update({ where: { id: report.id }, data: { isLate: true } })
}
