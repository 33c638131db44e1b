import { judge } from '../../campaign/measure.ts'
import { periodName } from '../../campaign/period-name.ts'
import { dayOf } from '../../clock.ts'
import type { DeskPage, Tone } from '../../contract/desk-page.ts'
import type { Ctx } from '../../contract/feature.ts'
import { historyOf } from '../../people/history.ts'
import { may, mayEver } from '../../people/may.ts'
import { formatDate } from '../../reading/format.ts'
import { fold } from '../../reading/text.ts'
import { ReportState, type TargetReport } from '../../store/generated/client.ts'
import { decideReport, focalAgenciesOf, stateKey } from './decide.ts'
import { deskReports } from './desk-reports.ts'
import { facts } from './facts.ts'
import { figureOf } from './figure.ts'
import { isAction, maySee, moves } from './rules.ts'
import { offered } from './screens.ts'
import { findReport, isSuperseded } from './store.ts'
import { isReported, targetOf } from './targets.ts'
import { unitName } from './unit-name.ts'
import { cut, shownFigure, shownThreshold } from './wording.ts'

const tones: Record<ReportState, Tone> = {
  DRAFT: 'bad',
  SUBMITTED: 'waiting',
  VERIFIED: 'good',
  RETURNED: 'bad',
  LOCKED: 'neutral',
}

/** Reports of the units this person may see, the newest version of each. */
export const reportsPage: DeskPage = {
  path: 'bao-cao',
  title: 'progress.page.title',
  mayOpen: person =>
    mayEver(person, 'report.verify') || mayEver(person, 'report.approve') || mayEver(person, 'campaign.see'),
  columns: ['unit', 'target', 'period', 'value', 'threshold', 'result', 'sent'].map(
    column => `progress.page.${column}`,
  ),

  filters: async ctx => [
    filter(ctx, 'state', Object.values(ReportState), state => ctx.t(`progress.states.${state}`)),
    filter(ctx, 'target', reportedCodes(ctx), code => targetOf(ctx.campaign.plan, code)?.name ?? code),
    filter(ctx, 'unit', visibleUnits(ctx), code => unitName(ctx, code)),
    {
      name: 'late',
      label: ctx.t('progress.page.late'),
      options: [{ value: 'yes', label: ctx.t('progress.page.isLate') }],
    },
  ],

  rows: async (ctx, query) => {
    const { total, reports } = await deskReports(ctx.tx, {
      campaignId: ctx.campaign.id,
      units: visibleUnits(ctx),
      unitsWithDrafts: visibleUnits(ctx).filter(unitCode => may(ctx.person, 'unit.seeDrafts', { unitCode })),
      targetsOfField: fieldOf(ctx),
      state: Object.values(ReportState).find(known => known === query.filters.state) ?? null,
      target: query.filters.target || null,
      unit: query.filters.unit || null,
      isLate: query.filters.late === 'yes',
      words: fold(query.q),
      codesOfWords: codesNamed(ctx, query.q),
      skip: (query.page - 1) * query.size,
      take: query.size,
    })
    return { total, rows: reports.map(report => rowOf(ctx, report)) }
  },

  detail: async (ctx, id) => {
    const report = await findReport(ctx.tx, ctx.campaign.id, id)
    if (!report || !maySee(ctx.person, report, focalAgenciesOf(ctx, report))) return null
    const { title, lines, files } = await facts(ctx, report)
    const isOld = await isSuperseded(ctx.tx, report)
    return {
      title,
      state: stateOf(ctx, report),
      fields: isOld
        ? [...lines, { label: ctx.t('progress.facts.remark'), value: ctx.t('progress.superseded') }]
        : lines,
      files,
      history: await historyOf(ctx, 'report', id),
      actions: offered(ctx, report, isOld).map(action => ({
        name: action,
        label: ctx.t(`progress.actions.${action}`),
        needsReason: moves[action].needsReason,
        tone: moves[action].needsReason ? 'bad' : 'good',
      })),
    }
  },

  act: async (ctx, id, action, reason) =>
    isAction(action) ? decideReport(ctx, id, action, reason) : { ok: false, say: ctx.t('progress.gone') },
}

function filter(ctx: Ctx, name: string, values: readonly string[], label: (value: string) => string) {
  return { name, label: ctx.t(`progress.page.${name}`), options: values.map(value => ({ value, label: label(value) })) }
}

function reportedCodes(ctx: Ctx): string[] {
  return ctx.campaign.plan.targets.filter(target => isReported(ctx.campaign.plan, target)).map(target => target.code)
}

function visibleUnits(ctx: Ctx): string[] {
  return [...ctx.campaign.units.keys()].filter(unitCode => may(ctx.person, 'unit.see', { unitCode }))
}

/** Targets of the field of a focal agency, which it verifies for every unit. */
function fieldOf(ctx: Ctx): string[] {
  return ctx.campaign.plan.targets
    .filter(({ focalAgencies }) => may(ctx.person, 'report.verify', { focalAgencies }))
    .map(target => target.code)
}

/** Targets whose code or name holds the words. */
function codesNamed(ctx: Ctx, q: string): string[] {
  const words = fold(q)
  if (words === '') return []
  return ctx.campaign.plan.targets
    .filter(({ code, name, shortName }) => fold(`${code} ${name} ${shortName}`).includes(words))
    .map(target => target.code)
}

function rowOf(ctx: Ctx, report: TargetReport) {
  const target = targetOf(ctx.campaign.plan, report.targetCode)
  const figure = figureOf(report)
  return {
    id: report.id,
    cells: [
      unitName(ctx, report.unitCode),
      target?.name ?? report.targetCode,
      periodName(report.period, ctx.t),
      target ? cut(shownFigure(ctx.t, target, figure), 80) : '',
      target ? shownThreshold(ctx.t, target) : '',
      target ? ctx.t(`progress.judgement.${judge(target.measure, figure)}`) : '',
      report.sentAt
        ? formatDate(dayOf(report.sentAt, ctx.campaign.timeZone).toString())
        : ctx.t('progress.page.notSent'),
    ],
    state: stateOf(ctx, report),
  }
}

function stateOf(ctx: Ctx, report: TargetReport) {
  const name = ctx.t(stateKey(report))
  return {
    label: report.isLate ? ctx.t('progress.page.lateState', { name }) : name,
    tone: report.awaitingHead ? ('waiting' as const) : tones[report.state],
  }
}
