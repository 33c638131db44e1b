import { formatDate, formatMoneyShort, formatNumber, formatPercent } from '../../reading/format.ts'
import type { Translate } from '../../texts.ts'
import type { NeededPace } from './pace.ts'
import type { Band } from './project.ts'
import type { Point } from './series.ts'
import { nextOutlook, type Outlook, type Verdict } from './verdict.ts'

/** Whole percent, cut: «52%». A forecast knows no decimals. */
export function roughPercent(hundredths: number): string {
  return `${roughNumber(hundredths)}%`
}

export function roughNumber(hundredths: number): string {
  return formatNumber(Math.floor(hundredths / 100))
}

export function percentOf({ done, plan }: Point): string {
  return formatPercent(done, plan)
}

/** «khoảng 52% (45–60%)» */
export function bandInWords(t: Translate, { low, mid, high }: Band): string {
  const ends = { low: roughNumber(low), high: roughPercent(high) }
  return t('forecast.band', { mid: roughPercent(mid), ...ends })
}

/** «1,2 tỷ đồng mỗi tháng»; a week when less than two months are left, the whole when less than two weeks. */
export function paceInWords(t: Translate, pace: Extract<NeededPace, { is: 'needed' }>): string {
  if (pace.daysLeft >= 60) return t('forecast.pace.month', { amount: formatMoneyShort(pace.perMonth) })
  if (pace.daysLeft >= 14) return t('forecast.pace.week', { amount: formatMoneyShort(pace.perWeek) })
  return t('forecast.pace.days', { amount: formatMoneyShort(pace.missing), days: pace.daysLeft })
}

/** One short sentence: the pace that is needed, and where the present one leads. */
export function outlookLine(t: Translate, outlook: Outlook, verdict: Verdict): string {
  const { milestone, pace, band, light } = outlook
  const goal = { percent: `${milestone.percent}%`, day: formatDate(milestone.dueOn) }
  if (!pace || light === 'NO_FIGURE') return t('forecast.line.noFigure', goal)
  if (pace.is === 'reached') return t('forecast.line.reached', goal)
  if (pace.is === 'over') return t('forecast.line.over', { ...goal, missing: formatMoneyShort(pace.missing) })
  const needed = t('forecast.line.needed', { ...goal, pace: paceInWords(t, pace) })
  if (band) return `${needed} ${t('forecast.line.forecast', { band: bandInWords(t, band) })}`
  const reports = verdict.forecast.is === 'tooFew' ? verdict.forecast.reports : 0
  return `${needed} ${t('forecast.line.tooFew', { reports })}`
}

/** The sentence of the milestone that comes next. */
export function nextLine(t: Translate, verdict: Verdict): string {
  const next = nextOutlook(verdict)
  return next ? outlookLine(t, next, verdict) : ''
}
