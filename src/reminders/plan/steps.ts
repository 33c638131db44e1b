import type { Audience, Ladder, ReminderRules, Tone } from '../../campaign/duty.ts'
import { addDays, addWorkingDays, type WorkingDays, workingDayAt } from './working-days.ts'

/** A step of a ladder with the day it falls on. */
export interface DatedStep {
  /** Names the step for ever in the ledger: its offset and the deadline it counts to, so that a moved deadline is a new step. */
  key: string
  /** A working day 'YYYY-MM-DD'. */
  day: string
  hour: string
  audience: readonly Audience[]
  tone: Tone
  lateBy: number
}

export interface Deadline {
  /** The legal date. */
  dueOn: string
  /** Last working day on or before it. */
  remindBy: string
}

/**
 * The days of a ladder, oldest first. Steps before the deadline and on it count from the last working day (OP-10: a
 * Sunday deadline is reminded for Friday) and move to the working day before when they fall on a day off; steps after it
 * count from the legal date, so that nobody is called late before they are, and move to the working day after.
 */
export function datedSteps(
  ladder: Ladder,
  deadline: Deadline,
  calendar: WorkingDays,
  rules: ReminderRules,
): DatedStep[] {
  const last = ladder.steps.at(-1)
  const dated = ladder.steps.map(step => ({
    key: keyOf(step.days, step.count, deadline),
    day: dayOf(step.days, step.count, deadline, calendar),
    hour: step.hour,
    audience: step.audience,
    tone: step.tone,
    lateBy: step.lateBy,
  }))
  const onTheDay = ladder.steps.find(step => step.days === 0)
  if (rules.isDueDayOffAllowed && onTheDay && deadline.dueOn !== deadline.remindBy) {
    const { hour, audience, tone, lateBy } = onTheDay
    dated.push({ key: `off@${deadline.dueOn}`, day: deadline.dueOn, hour, audience, tone, lateBy })
  }
  if (ladder.repeat && last) {
    const { everyDays, untilDays, audience, tone } = ladder.repeat
    for (let days = Math.max(last.days, 0) + everyDays; days <= untilDays; days += everyDays) {
      const day = dayOf(days, 'calendar', deadline, calendar)
      const next = days + everyDays <= untilDays ? dayOf(days + everyDays, 'calendar', deadline, calendar) : null
      // A holiday as long as Tết pushes a repetition up to the next one: that one speaks, nobody is told twice within two days.
      const isPushed = day > addDays(deadline.dueOn, days)
      if (isPushed && next !== null && next <= addDays(day, 2)) continue
      dated.push({ key: keyOf(days, 'calendar', deadline), day, hour: last.hour, audience, tone, lateBy: last.lateBy })
    }
  }
  // Stable: two steps that fall on one day stay in the order of the ladder, and the later one speaks.
  return dated.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}

/** Computes each ladder and deadline once: a thousand units owe the same thing by the same day. */
export function stepCache(
  calendar: WorkingDays,
  rules: ReminderRules,
): (name: string, ladder: Ladder, deadline: Deadline) => readonly DatedStep[] {
  const known = new Map<string, DatedStep[]>()
  return (name, ladder, deadline) => {
    const key = `${name}|${deadline.dueOn}|${deadline.remindBy}`
    const found = known.get(key) ?? datedSteps(ladder, deadline, calendar, rules)
    known.set(key, found)
    return found
  }
}

function dayOf(days: number, count: 'calendar' | 'working', deadline: Deadline, calendar: WorkingDays): string {
  const from = days > 0 ? deadline.dueOn : deadline.remindBy
  if (count === 'working') return addWorkingDays(from, days, calendar)
  return workingDayAt(addDays(from, days), days > 0 ? 1 : -1, calendar)
}

function keyOf(days: number, count: 'calendar' | 'working', deadline: Deadline): string {
  return `${days > 0 ? '+' : ''}${days}${count === 'working' ? 'w' : ''}@${deadline.dueOn}`
}
