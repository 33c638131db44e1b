import { judge } from '../../campaign/measure.ts'
import { periodName } from '../../campaign/period-name.ts'
import { dayOf } from '../../clock.ts'
import type { Ctx } from '../../contract/feature.ts'
import { fileNames } from '../../contract/file-names.ts'
import { timeLines } from '../../contract/three-times.ts'
import { formatDate, formatMoney } from '../../reading/format.ts'
import type { FileState, TargetReport } from '../../store/generated/client.ts'
import { figureOf } from './figure.ts'
import { versionsOf } from './store.ts'
import { targetOf } from './targets.ts'
import { unitName } from './unit-name.ts'
import { cut, reportTitle, shownFigure, shownThreshold } from './wording.ts'

interface Facts {
  title: string
  lines: { label: string; value: string }[]
  files: { id: string; name: string; state: FileState }[]
}

/** Everything on record about one report, with the versions before it; the same in chat and on the desk. */
export async function facts(ctx: Ctx, report: TargetReport): Promise<Facts> {
  const { t } = ctx
  const target = targetOf(ctx.campaign.plan, report.targetCode)
  const sender = await ctx.tx.person.findUnique({ where: { id: report.senderId }, select: { fullName: true } })
  const files = await ctx.tx.storedFile.findMany({
    where: { id: { in: report.fileIds } },
    select: { id: true, name: true, state: true },
    orderBy: { id: 'asc' },
  })
  const line = (name: string, value: string) => ({ label: t(`progress.facts.${name}`), value })
  const sentOn = report.sentAt
    ? formatDate(dayOf(report.sentAt, ctx.campaign.timeZone).toString())
    : t('conversation.none')
  return {
    title: `${reportTitle(ctx, [report])} · ${unitName(ctx, report.unitCode)}`,
    lines: [
      line('target', target?.shortName ?? report.targetCode),
      line('period', periodName(report.period, t)),
      ...(target ? valueLines(ctx, report, target) : []),
      ...(report.fallReason === '' ? [] : [line('fallReason', report.fallReason)]),
      line('asOf', formatDate(report.asOf)),
      line('sender', sender?.fullName ?? ''),
      line('sentOn', report.isLate ? t('progress.facts.late', { date: sentOn }) : sentOn),
      ...timeLines(ctx, report),
      line('evidence', fileNames(ctx, files)),
      ...(await before(ctx, report)),
    ],
    files,
  }
}

function valueLines(ctx: Ctx, report: TargetReport, target: NonNullable<ReturnType<typeof targetOf>>) {
  const { t } = ctx
  const { measure } = target
  const isMoney = measure.kind === 'PERCENT' && measure.unit === 'money'
  const figure = figureOf(report)
  return [
    { label: t('progress.facts.value'), value: shownFigure(t, target, figure) },
    ...(isMoney && figure.numerator !== null && figure.denominator !== null
      ? [
          { label: measure.numerator, value: formatMoney(figure.numerator) },
          { label: measure.denominator, value: formatMoney(figure.denominator) },
        ]
      : []),
    { label: t('progress.facts.threshold'), value: shownThreshold(t, target) },
    { label: t('progress.facts.result'), value: t(`progress.judgement.${judge(measure, figure)}`) },
  ]
}

/** The versions before this one, newest first. */
async function before(ctx: Ctx, report: TargetReport): Promise<Facts['lines']> {
  const target = targetOf(ctx.campaign.plan, report.targetCode)
  if (!target || report.version === 1) return []
  const older = (await versionsOf(ctx.tx, report)).filter(({ version }) => version < report.version)
  return older.map(one => ({
    label: ctx.t('progress.facts.version', { version: one.version }),
    value: ctx.t('progress.facts.versionValue', {
      value: cut(shownFigure(ctx.t, target, figureOf(one)), 200),
      date: formatDate(one.asOf),
      state: ctx.t(`progress.states.${one.state}`),
    }),
  }))
}
