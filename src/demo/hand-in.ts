import { unitName } from '../campaign/names.ts'
import type { Ctx } from '../contract/feature.ts'
import { review } from '../conversation/draft.ts'
import type { Answers, Json, Params } from '../conversation/field.ts'
import type { Form } from '../conversation/form.ts'
import { askExplanation } from '../features/forecast/explain.ts'
import { explanationForm } from '../features/forecast/form.ts'
import { explanation } from '../features/forecast/kind.ts'
import { initiativeForm } from '../features/initiatives/form.ts'
import { initiative } from '../features/initiatives/kind.ts'
import { launchForm } from '../features/launch/form.ts'
import { launchDocument } from '../features/launch/kind.ts'
import { figureIn } from '../features/progress/answered.ts'
import { paramsFor } from '../features/progress/asking.ts'
import { reportForms } from '../features/progress/forms.ts'
import { report } from '../features/progress/kind.ts'
import { unitTargets } from '../features/progress/owed.ts'
import { reportKind } from '../features/progress/targets.ts'
import { fell } from '../figures/figure.ts'
import { storeMade } from '../files/store-made.ts'
import { handInRecord } from '../records/hand-in.ts'
import { type AnyKind, anyKind } from '../records/kind.ts'
import type { Prisma } from '../store/generated/client.ts'
import { newId } from '../store/new-id.ts'
import { reportAnswers } from './figures.ts'
import { lot } from './lot.ts'
import { type Sample, sampleAnswers } from './samples.ts'

type Part = readonly [AnyKind, Form]
const launching: Part = [anyKind(launchDocument), launchForm]
const registering: Part = [anyKind(initiative), initiativeForm]
const explaining: Part = [anyKind(explanation), explanationForm]

/** Hands the unit's launch document in, or corrects the one that came back. */
export async function handInLaunch(ctx: Ctx, unit: string, corrects: boolean): Promise<void> {
  const { tx, campaign, t } = ctx
  const before = await tx.record.findFirst({ where: { campaignId: campaign.id, kind: launchDocument.name, key: unit } })
  if (corrects ? before?.state !== 'RETURNED' : before) return
  const number = t('demo.launch.number', { number: 8 + Math.floor(lot('number', unit) * 90) })
  const words = Buffer.from(
    t('demo.launch.file', { unit: unitName(ctx.campaign, unit), number, plan: campaign.plan.identity.title }),
  )
  const name = t('demo.launch.fileName', { number: number.replace(/\D/g, '') })
  const id = await storeMade(tx, { name, bytes: words }, ctx.now)
  const signedOn = ctx.campaign.calendar.lastWorkingDayOnOrBefore(ctx.today.subtract({ days: 1 }))
  const answers = {
    ...{ files: [{ id, name }], number },
    signedOn: (signedOn.toString() < campaign.plan.startsOn ? ctx.today : signedOn).toString(),
    note: corrects ? t('demo.launch.corrected') : null,
  }
  await handIn(ctx, launching, answers, startedWith(ctx, unit, before))
}

/** Reports what is wanted of these targets for a period; `corrects`: only what came back, with the figure put right. */
export async function handInReports(
  ctx: Ctx,
  unit: string,
  { period, targets }: { period: string; targets: readonly string[] },
  corrects: boolean,
): Promise<void> {
  const { plan } = ctx.campaign
  const wanted = (await unitTargets(ctx, unit)).filter(
    ({ serves, isPending }) => !isPending && serves.some(({ code }) => targets.includes(code)),
  )
  for (const about of wanted) {
    const params = await paramsFor(ctx, about, { unit, period })
    const { record } = params
    if (corrects ? !(await hasComeBack(ctx, record)) : record !== null) continue
    const planned = reportAnswers(plan, about.target, { unit, period }, ctx.t)
    const answers = corrects ? putRight(planned) : planned
    // A visitor has reported more than the season would.
    if (about.last && about.target.measure.kind !== 'RANK' && fell(about.last, figureIn(answers))) continue
    await handIn(ctx, [anyKind(report), reportForms[reportKind(about.target)]], answers, params)
  }
}

async function hasComeBack({ tx }: Ctx, id: Json | undefined): Promise<boolean> {
  return typeof id === 'string' && (await tx.record.count({ where: { id, state: 'RETURNED' } })) > 0
}

/** The sum was told before the last payments had been counted. */
function putRight(answers: Answers): Answers {
  const { disbursed, planned } = answers
  if (typeof disbursed !== 'bigint' || typeof planned !== 'bigint') return answers
  const more = disbursed + planned / 400n
  return { ...answers, disbursed: more > planned ? planned : more }
}

export async function registerSample(ctx: Ctx, unit: string, sample: Sample): Promise<void> {
  const answers = sampleAnswers(sample, ctx.t, ctx.today.toString())
  await handIn(ctx, registering, answers, { ...startedWith(ctx, unit, null), similar: [] })
}

/** Explains what the unit was asked to explain, when it was. */
export async function explain(ctx: Ctx, unit: string): Promise<void> {
  const request = await ctx.tx.explanationRequest.findFirst({
    where: { campaignId: ctx.campaign.id, unitCode: unit, state: 'OPEN', recordId: null },
    orderBy: [{ askedOn: 'desc' }, { id: 'desc' }],
  })
  const begun = request && (await askExplanation(ctx, request.id))
  if (!begun || !('start' in begun)) return
  const chosen = 1 + Math.floor(lot('cause', unit) * 3)
  const answers = { cause: ctx.t(`demo.explanation.cause${chosen}`), remedy: ctx.t(`demo.explanation.remedy${chosen}`) }
  await handIn(ctx, explaining, answers, begun.params)
}

/** What a form of the unit is started with, as the chat would. */
export function startedWith(ctx: Ctx, unit: string, before: { id: string; version: number } | null): Params {
  const name = unitName(ctx.campaign, unit)
  const based = { record: before?.id ?? null, basedOn: before?.version ?? 0 }
  return { unit, unitName: name, about: name, today: ctx.today.toString(), ...based }
}

/** Hands in what was answered, as the chat would. */
export async function handIn(ctx: Ctx, [kind, form]: Part, answers: Answers, params: Params): Promise<void> {
  const draftId = newId(ctx.now)
  // A later correction is started with what the form was started with.
  if (!kind.correctedWith) {
    await ctx.tx.draft.create({
      data: {
        ...{ id: draftId, personId: ctx.person.id, form: form.id, formVersion: form.version, position: review },
        ...{ params: params as Prisma.InputJsonObject, state: 'SUBMITTED', createdAt: ctx.now, updatedAt: ctx.now },
      },
    })
  }
  await handInRecord(ctx, kind, form, { answers, params, draftId })
}
