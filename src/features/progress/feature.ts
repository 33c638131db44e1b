import type { Ctx, Feature, Outcome } from '../../contract/feature.ts'
import { formEntry } from '../../contract/feature.ts'
import { correctReport } from './correct.ts'
import { decideReport } from './decide.ts'
import { countForm, documentForm, moneyForm, percentForm, rankForm, returnForm, textForm, yesNoForm } from './forms.ts'
import { heldOfProgress } from './held.ts'
import { mayReadFile } from './may-read-file.ts'
import { reportsPage } from './page.ts'
import { periodForm } from './period-form.ts'
import { periodSaid } from './period-said.ts'
import { quickReport } from './quick.ts'
import { isAction, type ReportAction } from './rules.ts'
import { askReason, myReports, showReport } from './screens.ts'
import { chooseTarget, startTarget } from './starting.ts'
import { submitReport } from './submit.ts'
import { waitingForDecision } from './waiting.ts'

async function decide(ctx: Ctx, args: Readonly<Record<string, string>>): Promise<Outcome> {
  const id = args.id ?? ''
  const next = await askReason(ctx, id, args.action ?? '')
  return typeof next === 'string' ? decided(ctx, id, next, '') : next
}

async function decided(ctx: Ctx, id: string, action: ReportAction, reason: string): Promise<Outcome> {
  const { say } = await decideReport(ctx, id, action, reason)
  return {
    text: say,
    choices: [
      { label: ctx.t('progress.open'), go: { to: 'progress.show', args: { id } } },
      { label: ctx.t('progress.nextDecision'), go: { to: 'decide' } },
      { label: ctx.t('progress.toMenu'), go: { to: 'menu' } },
    ],
  }
}

/** Reports of progress on the targets (plan §9.4, D09), their approval by the head and their verification (K03). */
export const progress: Feature = {
  name: 'progress',
  commands: [{ to: 'report', says: 'progress.command', slash: 'baocao', offeredTo: ['report.write'], isHelped: true }],
  typed: ['quickReport'],
  decides: ['report.approve', 'report.verify'],
  personalData: heldOfProgress,
  routes: {
    report: chooseTarget,
    'report.target': startTarget,
    quickReport,
    'progress.mine': myReports,
    'progress.show': (ctx, args) => showReport(ctx, args.id ?? ''),
    'progress.correct': (ctx, args) => correctReport(ctx, args.id ?? ''),
    'progress.decide': decide,
  },
  forms: [
    formEntry(percentForm, { submit: submitReport('percent') }),
    formEntry(moneyForm, { submit: submitReport('money') }),
    formEntry(yesNoForm, { submit: submitReport('yesNo') }),
    formEntry(rankForm, { submit: submitReport('rank') }),
    formEntry(countForm, { submit: submitReport('count') }),
    formEntry(textForm, { submit: submitReport('text') }),
    formEntry(documentForm, { submit: submitReport('document') }),
    formEntry(periodForm, {
      isConfirmed: false,
      submit: (ctx, { answers, params }) => periodSaid(ctx, String(params.unit), String(params.code), answers.period),
    }),
    formEntry(returnForm, {
      isConfirmed: false,
      submit: async (ctx, { answers, params }) => {
        const action = String(params.action)
        return isAction(action)
          ? decided(ctx, String(params.id), action, answers.reason)
          : { text: ctx.t('progress.gone') }
      },
    }),
  ],
  waiting: waitingForDecision,
  mayReadFile,
  page: reportsPage,
}
