import type { Ctx } from '../../contract/feature.ts'
import { enqueueTo } from '../../outbox/enqueue.ts'
import { holdersOf } from '../../people/holders.ts'
import { readPerson } from '../../people/read-person.ts'
import type { TargetReport } from '../../store/generated/client.ts'
import { figureOf } from './figure.ts'
import type { ReportAction } from './rules.ts'
import { targetOf } from './targets.ts'
import { unitName } from './unit-name.ts'
import { cut, reportTitle, shownFigure } from './wording.ts'

/** Tells the unit's heads that a figure waits for them; returns how many heads there are. */
export async function tellHeads(ctx: Ctx, report: TargetReport): Promise<number> {
  const heads = await holdersOf(ctx.tx, ['HEAD', 'WARD_CHAIR'], ctx.today, report.unitCode)
  for (const head of heads) {
    const t = ctx.texts(head.locale)
    await enqueueTo(
      ctx.tx,
      head.id,
      {
        dedupeKey: `report:${report.id}:${ctx.now.toISOString()}:${head.id}`,
        kind: 'NOTICE',
        message: {
          title: t('progress.headNotice.title'),
          text: t('progress.headNotice.text', { who: ctx.person.fullName, ...wordsOf(ctx, t, report) }),
          words: [t('progress.open')],
        },
        go: [{ to: 'progress.show', args: { id: report.id } }],
      },
      ctx.now,
    )
  }
  return heads.length
}

/** Tells the sender what was decided; a figure that came back comes with the way to correct it. */
export async function tellSender(ctx: Ctx, report: TargetReport, action: ReportAction, reason: string): Promise<void> {
  if (report.senderId === ctx.person.id) return
  const sender = await readPerson(ctx.tx, report.senderId, ctx.today)
  if (!sender) return
  const t = ctx.texts(sender.locale)
  const corrects = action === 'return' || action === 'sendBack'
  await enqueueTo(
    ctx.tx,
    sender.id,
    {
      dedupeKey: `report:${report.id}:${action}:${ctx.now.toISOString()}`,
      kind: 'NOTICE',
      message: {
        title: t('progress.told.title', wordsOf(ctx, t, report)),
        text: t(`progress.told.${action}`, { who: ctx.person.fullName, reason, ...wordsOf(ctx, t, report) }),
        words: [t(corrects ? 'progress.correct' : 'progress.open')],
      },
      go: [{ to: corrects ? 'progress.correct' : 'progress.show', args: { id: report.id } }],
    },
    ctx.now,
  )
}

function wordsOf(ctx: Ctx, t: Ctx['t'], report: TargetReport) {
  const target = targetOf(ctx.campaign.plan, report.targetCode)
  return {
    title: reportTitle(ctx, [report], t),
    value: target ? cut(shownFigure(t, target, figureOf(report)), 200) : '',
    unit: unitName(ctx, report.unitCode),
  }
}
