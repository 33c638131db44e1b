import { type NeededPace, neededPace } from './pace.ts'
import type { Milestone, Pilot } from './pilot.ts'
import { type Band, type Forecast, forecast } from './project.ts'
import { dayAfter, daysBetween, type Point } from './series.ts'

/**
 * How a milestone looks. MISS: even the hopeful end of the forecast stays below it. AT_RISK: the forecast does, its hopeful end
 * does not. TOO_FEW: too few reports to tell. OVER: its day has passed without it.
 */
export type Light = 'NO_FIGURE' | 'TOO_FEW' | 'REACHED' | 'ON_TRACK' | 'AT_RISK' | 'MISS' | 'OVER'

export interface Outlook {
  milestone: Milestone
  light: Light
  /** null: no figure at all. */
  pace: NeededPace | null
  /** At the milestone's day; null: no forecast. */
  band: Band | null
}

/** All that can be said of one unit's sum today. */
export interface Verdict {
  points: readonly Point[]
  latest: Point | null
  forecast: Forecast
  /** One for each milestone, in their order. */
  outlooks: readonly Outlook[]
  /** The latest figure is more than two months old. */
  isStale: boolean
}

export function verdictOf(points: readonly Point[], pilot: Pilot, today: string): Verdict {
  const known = points.filter(({ day }) => day <= today)
  const latest = known.at(-1) ?? null
  const ahead = forecast(known, pilot)
  return {
    points: known,
    latest,
    forecast: ahead,
    outlooks: pilot.milestones.map(milestone => outlookOf(latest, ahead, milestone, today)),
    isStale: latest !== null && daysBetween(latest.day, today) > STALE_DAYS,
  }
}

/** The milestone that is spoken of: the first that is still ahead and not reached; else the last. */
export function nextOutlook({ outlooks }: Verdict): Outlook | null {
  return outlooks.find(({ light }) => light !== 'REACHED' && light !== 'OVER') ?? outlooks.at(-1) ?? null
}

/** The worst that is still ahead decides, so that the desk shows first who needs help first. */
export function worstLight({ outlooks }: Verdict): Light {
  return outlooks.map(({ light }) => light).reduce((a, b) => (gravity[b] > gravity[a] ? b : a), 'REACHED')
}

export const gravity: Readonly<Record<Light, number>> = {
  REACHED: 0,
  ON_TRACK: 1,
  OVER: 2,
  TOO_FEW: 3,
  NO_FIGURE: 4,
  AT_RISK: 5,
  MISS: 6,
}

/** An earlier request for an explanation. */
export interface Asked {
  step: string
  /** 'YYYY-MM-DD' */
  on: string
  isExplained: boolean
}

export interface Ask {
  milestone: Milestone
  /** Names the request for ever: the month of the figure; a repeat adds its day. */
  step: string
}

/**
 * Whether an explanation is due to be asked for: the nearest milestone that is still ahead is missed by the whole band, its time
 * for asking has come, the figure is not stale. Once for a month's figure, however often it is corrected; again with
 * the figure of another month, or a month later when nobody has explained; never within two weeks of the last time.
 */
export function askOf(verdict: Verdict, asked: readonly Asked[], today: string): Ask | null {
  const missed = verdict.outlooks.find(({ light }) => light === 'MISS')
  const { latest } = verdict
  if (!missed || !latest || verdict.isStale || today < missed.milestone.asksFrom) return null
  const { milestone } = missed
  const figure = latest.day.slice(0, 7)
  const last = asked.toSorted((a, b) => (a.on < b.on ? -1 : 1)).at(-1)
  if (last && daysBetween(last.on, today) < LEAST_DAYS) return null
  if (!asked.some(({ step }) => step.startsWith(figure))) return { milestone, step: figure }
  const isRepeatDue = last !== undefined && !last.isExplained && dayAfter(last.on, REPEAT_DAYS) <= today
  return isRepeatDue ? { milestone, step: `${figure}@${today}` } : null
}

function outlookOf(latest: Point | null, ahead: Forecast, milestone: Milestone, today: string): Outlook {
  if (!latest) return { milestone, light: 'NO_FIGURE', pace: null, band: null }
  const pace = neededPace(latest, milestone, today)
  const band = ahead.is === 'forecast' ? ahead.at(milestone.dueOn) : null
  return { milestone, light: lightOf(pace, band, milestone), pace, band }
}

function lightOf(pace: NeededPace, band: Band | null, { percent }: Milestone): Light {
  if (pace.is === 'reached') return 'REACHED'
  if (pace.is === 'over') return 'OVER'
  if (!band) return 'TOO_FEW'
  if (band.high < percent * 100) return 'MISS'
  return band.mid < percent * 100 ? 'AT_RISK' : 'ON_TRACK'
}

const STALE_DAYS = 62
const LEAST_DAYS = 14
const REPEAT_DAYS = 30
