import type { Ctx, Outcome, Screen } from '../../contract/feature.ts'
import { may } from '../../people/may.ts'
import type { TargetReport } from '../../store/generated/client.ts'
import { focalAgenciesOf, stateKey } from './decide.ts'
import { facts } from './facts.ts'
import { isAction, isOpenTo, mayCorrect, mayMove, maySee, moves, type ReportAction, reportActions } from './rules.ts'
import { findReport, isSuperseded, reportsOf } from './store.ts'
import { reportTitle } from './wording.ts'

const shownAtOnce = 8

/** What the units of this person reported, newest first, eight at a time. */
export async function myReports(ctx: Ctx, args: Readonly<Record<string, string>>): Promise<Screen> {
  const units = [...new Set(ctx.person.roles.map(held => held.unitCode))].filter(unitCode =>
    may(ctx.person, 'unit.seeDrafts', { unitCode }),
  )
  const from = Math.max(0, Number(args.from ?? 0) || 0)
  const { total, reports } = await reportsOf(ctx.tx, ctx.campaign.id, units, { skip: from, take: shownAtOnce })
  if (total === 0) return { text: ctx.t('progress.mine.none'), choices: [toReport(ctx)] }
  const rest = total - from - reports.length
  return {
    title: ctx.t('progress.mine.title'),
    text: ctx.t('progress.mine.text', { total }),
    choices: [
      ...reports.map(report => ({
        label: ctx.t('progress.mine.line', {
          title: reportTitle(ctx, [report]),
          version: report.version,
          state: ctx.t(stateKey(report)),
        }),
        go: { to: 'progress.show', args: { id: report.id } },
      })),
      ...(rest > 0
        ? [
            {
              label: ctx.t('progress.menu.more', { rest }),
              go: { to: 'progress.mine', args: { from: String(from + shownAtOnce) } },
            },
          ]
        : []),
      toReport(ctx),
    ],
  }
}

/** One report, whole, with what this person may do with it now. */
export async function showReport(ctx: Ctx, id: string): Promise<Screen> {
  const report = await findReport(ctx.tx, ctx.campaign.id, id)
  if (!report || !maySee(ctx.person, report, focalAgenciesOf(ctx, report))) return { text: ctx.t('progress.gone') }
  const { title, lines, files } = await facts(ctx, report)
  const isOld = await isSuperseded(ctx.tx, report)
  return {
    title: `${title} · ${ctx.t(stateKey(report))}`,
    text: [
      ...lines.map(({ label, value }) => `${label}: ${value}`),
      ...(isOld ? [ctx.t('progress.superseded')] : []),
    ].join('\n'),
    attachments: files.filter(file => file.state === 'STORED').map(file => ({ fileId: file.id, name: file.name })),
    choices: [
      ...(mayCorrect(ctx.person, report) && !isOld
        ? [{ label: ctx.t('progress.correct'), go: { to: 'progress.correct', args: { id } } }]
        : []),
      ...offered(ctx, report, isOld).map(action => ({
        label: ctx.t(`progress.actions.${action}`),
        go: { to: 'progress.decide', args: { id, action } },
      })),
    ],
  }
}

/** The moves to offer to this person now; none on a version that a newer one has replaced. */
export function offered(ctx: Ctx, report: TargetReport, isOld: boolean): ReportAction[] {
  if (isOld) return []
  return reportActions.filter(
    action => isOpenTo(report, action) && mayMove(ctx.person, report, action, focalAgenciesOf(ctx, report)),
  )
}

/** A decision that needs a reason asks for it; the others are done at once by `decide`. */
export async function askReason(ctx: Ctx, id: string, name: string): Promise<Outcome | ReportAction> {
  const report = await findReport(ctx.tx, ctx.campaign.id, id)
  if (!report || !maySee(ctx.person, report, focalAgenciesOf(ctx, report)) || !isAction(name))
    return { text: ctx.t('progress.gone') }
  const isOld = await isSuperseded(ctx.tx, report)
  if (!moves[name].needsReason || !offered(ctx, report, isOld).includes(name)) return name
  const { title } = await facts(ctx, report)
  return {
    start: 'progress.reason',
    key: `${id}:${name}`,
    params: { id, action: name, title, about: title },
  }
}

function toReport(ctx: Ctx) {
  return { label: ctx.t('progress.menu.all'), go: { to: 'report' } }
}
