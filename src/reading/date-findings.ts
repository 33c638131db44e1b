import { Temporal } from 'temporal-polyfill'
import { type AskReason, ask, invalid, type Reading, read } from './result.ts'

export interface DateContext {
  /** The reference day: relative words count from it. */
  readonly today: Temporal.PlainDate
  /** Differs from the year of `today` only around the turn of the year; then a bare day and month is asked. */
  readonly campaignYear: number
}

/** A year farther from today than this is asked about rather than stored: likelier a slip. */
const PLAUSIBLE_YEARS = 40

/** What the words and digits of an answer say about a day. */
export interface DateFindings {
  /** One entry an expression; several days in it when its year is open. */
  readonly days: Temporal.PlainDate[][]
  readonly weekdays: number[]
  readonly weeks: number[]
  readonly asks: AskReason[]
  impossible: boolean
  unknown: number
  dontKnow: boolean
  doubt: boolean
  from: boolean
  literal: boolean
}

/** The one day that all findings agree on, or why there is none. */
export function concludeDate(found: DateFindings, { today }: DateContext): Reading<string> {
  const { days, weekdays, weeks, asks } = found
  if (found.impossible) return invalid('impossibleDate')
  const hasAnswer = days.length + weekdays.length + weeks.length > 0 || asks.some(why => why !== 'bound')
  if (!hasAnswer || (found.dontKnow && days.length === 0)) return invalid('noAnswer')
  if (days.length === 0 && weekdays.length === 1 && weeks.length === 1 && weekdays[0] !== undefined) {
    days.push([today.add({ days: weekdays[0] - today.dayOfWeek + 7 * (weeks[0] ?? 0) })])
    found.literal = false
    weeks.length = 0
  }
  const candidates = [...new Set(days.flat().map(String))]
  const serious = asks.find(why => why !== 'incomplete') ?? asks[0]
  if (serious !== undefined) return ask(serious, serious === 'range' || serious === 'garbled' ? [] : candidates)
  if (found.doubt || found.dontKnow) return ask('unsure', candidates)
  if (found.unknown > 0) return ask('garbled', candidates)
  if (days.length === 0) return ask('incomplete', weekdays.length === 1 ? nextDays(weekdays[0] ?? 1, today) : [])
  if (days.length > 1 && candidates.length > 1) {
    return ask(days.every(day => day.length === 1) && !found.literal ? 'contradiction' : 'severalValues', candidates)
  }
  if (days.some(day => day.length > 1)) return ask('twoReadings', candidates)
  const [day] = days[0] ?? []
  if (day === undefined) return invalid('noAnswer')
  const fitsWeek = weeks.every(week => Math.floor((epochDays(day) - epochDays(monday(today))) / 7) === week)
  if (weekdays.some(weekday => weekday !== day.dayOfWeek) || !fitsWeek) return ask('contradiction', candidates)
  if (Math.abs(day.year - today.year) > PLAUSIBLE_YEARS) return ask('unsure', candidates)
  return read(day.toString(), found.literal)
}

const monday = (day: Temporal.PlainDate) => day.subtract({ days: day.dayOfWeek - 1 })
const epochDays = (day: Temporal.PlainDate) => new Temporal.PlainDate(1970, 1, 1).until(day).days

/** This week's and next week's day of that name. */
const nextDays = (weekday: number, today: Temporal.PlainDate): string[] =>
  [0, 7].map(days =>
    monday(today)
      .add({ days: days + weekday - 1 })
      .toString(),
  )
