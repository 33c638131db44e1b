import { Temporal } from 'temporal-polyfill'
import { gapOf } from '../../campaign/measure.ts'
import { periodName } from '../../campaign/period-name.ts'
import { spanOf } from '../../campaign/report-period.ts'
import type { Target } from '../../campaign/target.ts'
import type { Ctx } from '../../contract/feature.ts'
import type { Figure } from '../../figures/figure.ts'
import { formatDate, formatMoney, formatMoneyShort, formatNumber, formatPercent } from '../../reading/format.ts'
import type { Translate } from '../../texts.ts'
import type { UnitTarget } from './owed.ts'
import { targetOf } from './targets.ts'

/** A figure in words: «17/20 (85%)», «1,2 tỷ đồng / 2 tỷ đồng (60%)», «hạng 3», «có». */
export function shownFigure(t: Translate, { measure }: Pick<Target, 'measure'>, figure: Figure): string {
  const { numerator, denominator, isDone, text } = figure
  switch (measure.kind) {
    case 'PERCENT': {
      if (numerator === null || denominator === null) return t('progress.noFigure')
      if (denominator === 0n) return t('conversation.nothingToMeasure')
      const threshold =
        measure.threshold === null ? undefined : { numerator: BigInt(measure.threshold), denominator: 100n }
      const percent = formatPercent(numerator, denominator, threshold)
      return measure.unit === 'money'
        ? `${formatMoneyShort(numerator)} / ${formatMoneyShort(denominator)} (${percent})`
        : `${formatNumber(numerator)}/${formatNumber(denominator)} (${percent})`
    }
    case 'RANK':
      return numerator === null ? t('progress.noFigure') : t('progress.rank', { rank: formatNumber(numerator) })
    case 'COUNT':
      return numerator === null ? t('progress.noFigure') : formatNumber(numerator)
    case 'YES_NO':
      return isDone === null ? t('progress.noFigure') : t(isDone ? 'conversation.yes' : 'conversation.no')
    case 'DOCUMENT':
      return t('progress.documentSent')
    case 'QUALITATIVE': {
      // Of a target that is kept by a list: how much of it is done stands with the words.
      const done =
        numerator === null || denominator === null ? '' : t('progress.ofList', { done: numerator, all: denominator })
      return [text, done].filter(part => part !== '').join(' – ')
    }
  }
}

/** What has to be reached: «ít nhất 80%», «hạng 5 trở lên», or that people judge. */
export function shownThreshold(t: Translate, { measure }: Pick<Target, 'measure'>): string {
  switch (measure.kind) {
    case 'PERCENT':
      return measure.threshold === null
        ? t('progress.threshold.none')
        : t(`progress.threshold.${measure.comparison}`, { value: `${measure.threshold}%` })
    case 'COUNT':
      return measure.threshold === null
        ? t('progress.threshold.none')
        : t(`progress.threshold.${measure.comparison}`, { value: formatNumber(measure.threshold) })
    case 'RANK':
      return t('progress.threshold.rank', { value: measure.threshold })
    case 'YES_NO':
      return t('progress.threshold.yes')
    case 'DOCUMENT':
      return t('progress.threshold.document')
    case 'QUALITATIVE':
      return t('progress.threshold.judged')
  }
}

/** How long is left: «còn 12 ngày làm việc». */
export function shownTimeLeft(ctx: Pick<Ctx, 't' | 'today' | 'campaign'>, dueOn: string): string {
  const date = formatDate(dueOn)
  const due = Temporal.PlainDate.from(dueOn)
  if (Temporal.PlainDate.compare(due, ctx.today) < 0) return ctx.t('progress.due.late', { date })
  const days = ctx.campaign.calendar.workingDaysBetween(ctx.today, due)
  return ctx.t(days === 0 ? 'progress.due.today' : 'progress.due.left', { date, days })
}

/** What a report is called: «TTHC trực tuyến toàn trình, quý II/2024: 17/20 (85%)». */
export function reportTitle(
  { t, campaign }: Pick<Ctx, 't' | 'campaign'>,
  codes: readonly string[],
  period: string,
  figure: Figure,
): string {
  const [code = ''] = codes
  const target = targetOf(campaign.plan, code)
  const names = codes.map(one => targetOf(campaign.plan, one)?.name ?? one).join('; ')
  const value = target ? cut(shownFigure(t, target, figure), 80) : ''
  return t('report.titled', { names, period: periodName(period, t), value })
}

/** The lines above the question: the period, the last value, what has to be reached, what is missing, how long is left. */
export function standing(
  ctx: Pick<Ctx, 't' | 'today' | 'campaign'>,
  { serves, last, period, owed }: Pick<UnitTarget, 'serves' | 'last' | 'owed'> & { period: string },
): string {
  const { t } = ctx
  const [target] = serves
  const isOver = (spanOf(period)?.to ?? '') < ctx.today.toString()
  const lines = [
    t(isOver ? 'progress.standing.period' : 'progress.standing.periodRuns', { period: periodName(period, t) }),
  ]
  if (target && last) {
    const value = shownFigure(t, target, last)
    lines.push(t('progress.standing.last', { value: cut(value), date: formatDate(last.asOf) }))
  } else lines.push(t('progress.standing.first'))
  for (const one of serves) lines.push(thresholdLine(t, one, last, serves.length > 1))
  if (owed) lines.push(t('progress.standing.due', { left: shownTimeLeft(ctx, owed.dueOn) }))
  return lines.join('\n')
}

function thresholdLine(t: Translate, target: Target, last: Figure | null, withName: boolean): string {
  const threshold = t(target.isAspirational ? 'progress.standing.strive' : 'progress.standing.threshold', {
    of: withName ? ` (${target.name})` : '',
    value: shownThreshold(t, target),
  })
  const gap = last ? gapOf(target.measure, last) : null
  if (gap === null) return threshold
  const isMoney = target.measure.kind === 'PERCENT' && target.measure.unit === 'money'
  const missing = isMoney ? formatMoney(gap) : formatNumber(gap)
  return `${threshold}; ${gap === 0n ? t('progress.standing.reached') : t('progress.standing.gap', { missing })}`
}

/** Short enough for a line or a button. */
export function cut(text: string, length = 60): string {
  const characters = [...text.replaceAll('\n', ' ')]
  return characters.length > length ? `${characters.slice(0, length - 1).join('')}…` : characters.join('')
}
