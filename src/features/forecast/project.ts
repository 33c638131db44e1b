import type { Pilot } from './pilot.ts'
import { dayAfter, daysBetween, type Point } from './series.ts'

/** Shares of the plan in hundredths of a percent, 0 to 10 000; low ≤ mid ≤ high. */
export interface Band {
  low: number
  mid: number
  high: number
}

/** A forecast, or why the data does not hold one. */
export type Forecast =
  | { is: 'nothing' }
  /** Fewer than two reports, or all within four weeks. */
  | { is: 'tooFew'; reports: number }
  | { is: 'forecast'; at(day: string): Band }

/**
 * Goes on from the latest reported sum at the pace so far. Three paces are looked at, each an average in share of the present plan a
 * day: since the count began, since the last report that is at least 90 days older, and since the last one that is at least 28
 * days older. The middle one of the three is the forecast: one odd report, or a correction, moves it little. The band reaches
 * from the slowest to the fastest of the three, and at least half of the middle pace (plus a quarter of an even year's pace) divided
 * by the root of the number of reports to either side: few reports, wide band; it never closes.
 * A pace is never below zero: a sum that fell is a correction or money paid back, not a direction. Nothing passes 100 %.
 * At the end of the year public investment is paid out faster: from `yearEnd.from` on only the high end goes at a multiple of its
 * pace. The forecast itself promises no such spurt, but nobody is said to miss who could still make it by one.
 * With fewer than two reports, or all of them within 28 days, there is no forecast.
 * The order of the reports does not matter; more paid out never lowers any end of the band.
 */
export function forecast(points: readonly Point[], pilot: Pick<Pilot, 'countsFrom' | 'yearEnd'>): Forecast {
  const [first] = points
  const latest = points.at(-1)
  if (!first || !latest) return { is: 'nothing' }
  if (points.length < MIN_REPORTS || daysBetween(first.day, latest.day) < MONTH)
    return { is: 'tooFew', reports: points.length }
  const shares = points.map(({ day, done }) => ({ day, share: shareOf(done, latest.plan) }))
  if (pilot.countsFrom < first.day) shares.unshift({ day: pilot.countsFrom, share: 0 })
  const paces = paceBand(shares, points.length)
  const now = shareOf(latest.done, latest.plan)
  return {
    is: 'forecast',
    at: day => {
      const days = Math.max(0, daysBetween(latest.day, day))
      const end = (pace: number, length: number) => Math.min(1, now + pace * length)
      return {
        low: Math.floor(end(paces.low, days) * WHOLE),
        mid: Math.floor(end(paces.mid, days) * WHOLE),
        high: Math.ceil(end(paces.high, hopefulDays(latest.day, day, days, pilot.yearEnd)) * WHOLE),
      }
    },
  }
}

/** The share in hundredths of a percent, cut: what is below a threshold never looks as if it reached it. */
export function shareInHundredths({ done, plan }: Point): number {
  return Number((done * BigInt(WHOLE)) / plan)
}

const WHOLE = 10_000
const MONTH = 28
const QUARTER = 90
const MIN_REPORTS = 2
const EVEN_PACE = 1 / 365

interface Share {
  day: string
  share: number
}

function paceBand(shares: readonly Share[], reports: number): Band {
  const [slow, mid, fast] = [Number.POSITIVE_INFINITY, QUARTER, MONTH]
    .map(days => paceOver(shares, days))
    .sort((a, b) => a - b) as [number, number, number]
  const doubt = (mid / 2 + EVEN_PACE / 4) / Math.sqrt(reports)
  return { low: Math.max(0, Math.min(slow, mid - doubt)), mid, high: Math.max(fast, mid + doubt) }
}

/** The average a day since the last figure that is at least so many days older than the latest; since the first when none is. */
function paceOver(shares: readonly Share[], days: number): number {
  const [first] = shares
  const latest = shares.at(-1)
  if (!first || !latest) return 0
  const from = shares.findLast(({ day }) => daysBetween(day, latest.day) >= days) ?? first
  const length = daysBetween(from.day, latest.day)
  return length === 0 ? 0 : Math.max(0, (latest.share - from.share) / length)
}

/** Days on the way, those of the year's end counted several times. */
function hopefulDays(from: string, to: string, days: number, yearEnd: Pilot['yearEnd']): number {
  if (!yearEnd || days === 0) return days
  const start = from > yearEnd.from ? from : dayAfter(yearEnd.from, -1)
  const fast = Math.min(days, Math.max(0, daysBetween(start, to)))
  return days + (fast * (yearEnd.percentOfPace - 100)) / 100
}

/** Exact enough for a line in a picture; whether a threshold is reached is asked with whole numbers elsewhere. */
function shareOf(done: bigint, plan: bigint): number {
  return Number((done * 1_000_000_000n) / plan) / 1_000_000_000
}
