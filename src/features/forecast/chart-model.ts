import { formatDate, formatMoneyShort } from '../../reading/format.ts'
import type { Translate } from '../../texts.ts'
import { neededPace } from './pace.ts'
import type { Milestone, Pilot } from './pilot.ts'
import type { Band } from './project.ts'
import { shareInHundredths } from './project.ts'
import { dayAfter, daysBetween, shortDay } from './series.ts'
import type { Verdict } from './verdict.ts'
import { percentOf, roughNumber, roughPercent } from './words.ts'

/** A place in the picture: days since the count began, percent of the plan. */
export type Place = readonly [day: number, percent: number]

/** What the picture shows, in words and numbers: the same model is the same picture. */
export interface ChartModel {
  title: string
  lines: readonly string[]
  names: { reported: string; needed: string; forecast: string; band: string }
  /** Days from the beginning to the end of the picture. */
  length: number
  months: readonly { day: number; label: string }[]
  reported: readonly Place[]
  latestLabel: string
  needed: readonly (readonly Place[])[]
  forecast: readonly { day: number; band: Band }[]
  milestones: readonly { day: number; percent: number; label: string }[]
}

/** Says nothing that depends on the present day: the picture stays right until the next figure. Null without a figure. */
export function chartModel(t: Translate, unit: string, pilot: Pilot, verdict: Verdict): ChartModel | null {
  const { latest, points } = verdict
  const last = pilot.milestones.at(-1)
  if (!latest || !last) return null
  const at = (day: string) => daysBetween(pilot.countsFrom, day)
  const place = (day: string, hundredths: number): Place => [at(day), hundredths / 100]
  const now = place(latest.day, shareInHundredths(latest))
  const shares = points.map(({ day, done }) => place(day, shareInHundredths({ day, done, plan: latest.plan })))
  const ahead = pilot.milestones.filter(one => neededPace(latest, one, latest.day).is === 'needed')
  return {
    title: unit,
    lines: [
      t('forecast.chart.plan', { plan: formatMoneyShort(latest.plan) }),
      t('forecast.chart.sum', {
        done: formatMoneyShort(latest.done),
        percent: percentOf(latest),
        day: formatDate(latest.day),
      }),
      ...ahead.map(milestone => milestoneLine(t, milestone, verdict)),
    ],
    names: {
      reported: t('forecast.chart.reported'),
      needed: t('forecast.chart.needed'),
      forecast: t('forecast.chart.forecast'),
      band: t('forecast.chart.band'),
    },
    length: at(last.dueOn),
    months: monthsOf(t, pilot.countsFrom, last.dueOn),
    reported: shares[0] && shares[0][0] > 0 ? [[0, 0], ...shares] : shares,
    latestLabel: t('forecast.chart.latest', { percent: percentOf(latest), day: shortDay(latest.day) }),
    needed: ahead.map(({ dueOn, percent }) => [now, [at(dueOn), percent]]),
    forecast: forecastPlaces(pilot, verdict),
    milestones: pilot.milestones.map(({ percent, dueOn }) => ({
      day: at(dueOn),
      percent,
      label: t('forecast.chart.milestone', { percent, day: shortDay(dueOn) }),
    })),
  }
}

function milestoneLine(t: Translate, milestone: Milestone, { latest, forecast }: Verdict): string {
  const day = shortDay(milestone.dueOn)
  const pace = latest && neededPace(latest, milestone, latest.day)
  const params = { percent: milestone.percent, day, pace: pace?.is === 'needed' ? paceInChart(t, pace) : '' }
  if (forecast.is !== 'forecast') return t('forecast.chart.lineTooFew', params)
  const { low, mid, high } = forecast.at(milestone.dueOn)
  return t('forecast.chart.line', {
    ...params,
    mid: roughPercent(mid),
    low: roughNumber(low),
    high: roughPercent(high),
  })
}

/** A month's sum means nothing where less than a month is left. */
function paceInChart(
  t: Translate,
  { daysLeft, missing, perMonth }: { daysLeft: number; missing: bigint; perMonth: bigint },
) {
  return daysLeft < 31
    ? t('forecast.chart.paceDays', { amount: formatMoneyShort(missing), days: daysLeft })
    : t('forecast.chart.paceMonth', { amount: formatMoneyShort(perMonth) })
}

function forecastPlaces({ countsFrom, yearEnd, milestones }: Pilot, { latest, forecast }: Verdict) {
  const end = milestones.at(-1)?.dueOn
  if (!latest || forecast.is !== 'forecast' || end === undefined || end <= latest.day) return []
  const days = [latest.day, ...milestones.map(({ dueOn }) => dueOn), ...(yearEnd ? [yearEnd.from] : [])]
  for (let day = dayAfter(latest.day, 7); day < end; day = dayAfter(day, 7)) days.push(day)
  return [...new Set(days)]
    .filter(day => day >= latest.day && day <= end)
    .sort()
    .map(day => ({ day: daysBetween(countsFrom, day), band: forecast.at(day) }))
}

/** The first of each month; every other one is named where there are many. */
function monthsOf(t: Translate, from: string, to: string): ChartModel['months'] {
  const months: { day: number; label: string }[] = []
  for (let day = from; day <= to; day = dayAfter(day, 1)) {
    if (!day.endsWith('-01')) continue
    months.push({ day: daysBetween(from, day), label: t('forecast.chart.month', { month: Number(day.slice(5, 7)) }) })
  }
  return months
}
