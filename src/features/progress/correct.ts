import type { Ctx, Outcome } from '../../contract/feature.ts'
import { Prisma, type TargetReport } from '../../store/generated/client.ts'
import { newId } from '../../store/new-id.ts'
import { answersFor } from './answered.ts'
import { formOf, keyOf, paramsFor } from './asking.ts'
import { figureOf } from './figure.ts'
import { reportForms } from './forms.ts'
import { type UnitTarget, unitTargets } from './owed.ts'
import { mayCorrect } from './rules.ts'
import { findReport, isSuperseded } from './store.ts'
import { reportKind, targetOf } from './targets.ts'

/**
 * Opens a figure that came back for its correction: a draft that holds what was answered and stands at the summary, so that only
 * what was wrong is typed again. A second press goes on with the same draft.
 */
export async function correctReport(ctx: Ctx, id: string): Promise<Outcome> {
  const report = await findReport(ctx.tx, ctx.campaign.id, id)
  if (!report || !mayCorrect(ctx.person, report) || (await isSuperseded(ctx.tx, report)))
    return { text: ctx.t('progress.notCorrectable') }
  const targets = await unitTargets(ctx, report.unitCode)
  const about = targets.find(({ serves }) => serves.some(({ code }) => code === report.targetCode))
  if (!about)
    return {
      text: ctx.t('progress.notReported', {
        name: targetOf(ctx.campaign.plan, report.targetCode)?.name ?? report.targetCode,
      }),
    }
  const key = keyOf(report.unitCode, about.target.code, report.period)
  const open = await ctx.tx.draft.findFirst({
    where: { personId: ctx.person.id, form: formOf(about.target), key, state: 'OPEN' },
    select: { id: true },
  })
  return { resume: open?.id ?? (await draftOf(ctx, report, about, key)) }
}

async function draftOf(ctx: Ctx, report: TargetReport, about: UnitTarget, key: string): Promise<string> {
  const id = newId(ctx.now)
  const kind = reportKind(about.target)
  const form = reportForms[kind]
  const answers = await answersOf(ctx, report, about)
  await ctx.tx.draft.create({
    data: {
      id,
      personId: ctx.person.id,
      form: form.id,
      formVersion: form.version,
      key,
      params: await paramsFor(ctx, about, { unit: report.unitCode, period: report.period }),
      position: 'review',
      createdAt: ctx.now,
      updatedAt: ctx.now,
      answers: { create: Object.entries(answers).map(([field, value]) => ({ field, value, typed: '', at: ctx.now })) },
    },
  })
  return id
}

async function answersOf(ctx: Ctx, report: TargetReport, { target }: UnitTarget) {
  const kind = reportKind(target)
  const files = await ctx.tx.storedFile.findMany({
    where: { id: { in: report.fileIds } },
    select: { id: true, name: true },
    orderBy: { id: 'asc' },
  })
  const given = files.length > 0 ? files : Prisma.DbNull
  return {
    ...answersFor(kind, figureOf(report)),
    ...(report.fallReason === '' ? {} : { fallReason: report.fallReason }),
    ...(kind === 'document' ? { document: given, evidence: Prisma.DbNull } : { evidence: given }),
  }
}
