import { formEntry } from '../../contract/feature.ts'
import { correctRecord } from '../../records/correct.ts'
import { type RecordFeature, recordFeature } from '../../records/feature.ts'
import { myRecords } from '../../records/mine.ts'
import { decideInChat, showRecord } from '../../records/screens.ts'
import { reportTable } from './export.ts'
import { report } from './kind.ts'
import { periodForm } from './period-form.ts'
import { periodSaid } from './period-said.ts'
import { quickReport } from './quick.ts'
import { chooseTarget, startTarget } from './starting.ts'

/** Reports of progress on the targets (plan §9.4, D09), their approval by the head and their verification (K03). */
export const progress: RecordFeature = recordFeature(report, {
  typed: ['quickReport'],
  // One line for each figure, not for each report.
  exports: { reports: reportTable },
  routes: {
    report: chooseTarget,
    'report.target': startTarget,
    quickReport,
    'progress.mine': (ctx, { from }) => myRecords(ctx, [progress.record], Math.max(0, Number(from) || 0)),
    // Buttons of messages that were sent before reports were records.
    'progress.show': (ctx, { id = '' }) => showRecord(ctx, progress.record, id),
    'progress.correct': (ctx, { id = '' }) => correctRecord(ctx, progress.record, id),
    'progress.decide': (ctx, args) => decideInChat(ctx, progress.record, args),
  },
  forms: [
    formEntry(periodForm, {
      isConfirmed: false,
      submit: (ctx, { answers, params }) => periodSaid(ctx, String(params.unit), String(params.code), answers.period),
    }),
  ],
})
