import { periodName } from '../../campaign/period-name.ts'
import type { Answers, Params } from '../../conversation/field.ts'
import { defineForm } from '../../conversation/form.ts'
import { files } from '../../conversation/kinds/files.ts'
import { integer, money } from '../../conversation/kinds/number.ts'
import { ratio } from '../../conversation/kinds/ratio.ts'
import { longText } from '../../conversation/kinds/text.ts'
import { yesNo } from '../../conversation/kinds/yes-no.ts'
import { fell } from '../../figures/figure.ts'
import { formatPercent } from '../../reading/format.ts'
import type { Translate } from '../../texts.ts'
import { figureIn, type ReportKind } from './answered.ts'
import { lastFigure } from './params.ts'

/** The questions after the figure, the same in every report. */
function afterFigure(kind: ReportKind) {
  const hasFallen = (answers: Answers, params: Params) => kind !== 'rank' && fell(lastFigure(params), figureIn(answers))
  return {
    fallReason: longText({ when: hasFallen, min: 3, max: 2_000 }),
    evidence: files({ optional: true }),
    correctionReason: longText({
      when: (_: Answers, params: Params) => params.needsReason === true,
      min: 3,
      max: 2_000,
    }),
  }
}

/** Target, period and, where it is one, the percent: what a person sends has to be seen as what it is. */
function about(answers: Answers, params: Params, t: Translate): string {
  const { code, name, period } = params
  const { numerator, denominator } = figureIn(answers)
  const isShare = numerator !== null && denominator !== null && denominator > 0n
  const lines = [
    t('progress.review.target', { code, name }),
    ...(typeof period === 'string' && period !== ''
      ? [t('progress.standing.period', { period: periodName(period, t) })]
      : []),
    ...(isShare ? [t('progress.review.percent', { percent: formatPercent(numerator, denominator) })] : []),
  ]
  return lines.join('\n')
}

/** «17/20», or «không phát sinh». */
export const percentForm = defineForm({
  id: 'progress.percent',
  version: 1,
  texts: 'progress.form.percent',
  about,
  fields: { figure: ratio(), ...afterFigure('percent') },
  checks: [{ field: 'figure', problem: tooMuch }],
})

/** Disbursement: the capital plan and what was paid out of it so far, in đồng. */
export const moneyForm = defineForm({
  id: 'progress.money',
  version: 1,
  texts: 'progress.form.money',
  about,
  fields: {
    planned: money({ prefill: params => lastFigure(params).denominator }),
    disbursed: money(),
    ...afterFigure('money'),
  },
  checks: [{ field: 'disbursed', problem: tooMuch }],
})

export const yesNoForm = defineForm({
  id: 'progress.yesNo',
  version: 1,
  texts: 'progress.form.yesNo',
  about,
  fields: { isDone: yesNo(), ...afterFigure('yesNo') },
})

export const rankForm = defineForm({
  id: 'progress.rank',
  version: 1,
  texts: 'progress.form.rank',
  about,
  fields: { rank: integer({ min: 1, max: 1_000 }), ...afterFigure('rank') },
})

export const countForm = defineForm({
  id: 'progress.count',
  version: 1,
  texts: 'progress.form.count',
  about,
  fields: {
    count: integer({ min: 0, max: 1_000_000, counts: ({ numeratorLabel }) => String(numeratorLabel ?? '') }),
    ...afterFigure('count'),
  },
})

/** A target that people judge: what was done, in words. */
export const textForm = defineForm({
  id: 'progress.text',
  version: 1,
  texts: 'progress.form.text',
  about,
  fields: { text: longText({ min: 3 }), ...afterFigure('text') },
})

/** A target that is met by a paper. */
export const documentForm = defineForm({
  id: 'progress.document',
  version: 1,
  texts: 'progress.form.document',
  about,
  fields: { document: files(), ...afterFigure('document') },
})

export const reportForms = {
  percent: percentForm,
  money: moneyForm,
  yesNo: yesNoForm,
  rank: rankForm,
  count: countForm,
  text: textForm,
  document: documentForm,
} as const

/** The part is never more than the whole (plan §4, general rules). */
function tooMuch(answers: Answers) {
  const { numerator, denominator } = figureIn(answers)
  return numerator !== null && denominator !== null && numerator > denominator ? { name: 'aboveWhole' } : null
}
