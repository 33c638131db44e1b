import { Temporal } from 'temporal-polyfill'
import type { WorkingCalendar } from '../campaign/calendar.ts'
import { isIsoDay } from '../campaign/iso-day.ts'
import { groundsOf } from './grounds.ts'
import { heldLaw } from './held-law.ts'
import type { Law } from './law-schema.ts'
import { type Caution, type Grounds, type Held, refused } from './refusal.ts'
import { ruleBetween, ruleOn } from './rule-on.ts'

export interface HeldLimit extends Grounds {
  rule: string
  name: string
  dueOn: string
  /** How it was counted: «10 ngày làm việc từ 15/03/2024». */
  counted: { from: string; count: number; unit: 'WORKING_DAYS' | 'DAYS' | 'HOURS' } | { yearly: string }
  /** Days off that were left out of working days, with their names; null: a plain weekend. */
  skipped: readonly { day: string; name: string | null }[]
  /** The last day to which it may be extended once; null: it may not. */
  mayExtendTo: string | null
}

/**
 * By when something is due, counted from a day that itself does not count. Pure. Refused where the rule does not hold from the first day to
 * the last, and where working days of a year are asked for that the calendar does not know.
 */
export function dueBy(rule: string, from: string, calendar: WorkingCalendar, law: Law = heldLaw()): Held<HeldLimit> {
  const rows = law.limits.filter(limit => limit.rule === rule)
  const field = law.bases.find(({ code }) => code === rows[0]?.restsOn[0])?.fields[0]
  if (!isIsoDay(from)) return refused({ code: 'unknownDay', day: from })
  if (field === undefined) return refused({ code: 'notHeld' })
  const begun = ruleOn(law, rows, field, from)
  if (!begun.held) return begun
  const start = Temporal.PlainDate.from(from)
  const due = 'yearly' in begun.rule ? nextYearly(start, begun.rule.yearly) : counted(start, begun.rule, calendar)
  const dueOn = due.toString()
  const [first, last] = dueOn < from ? [dueOn, from] : [from, dueOn]
  const found = ruleBetween(law, rows, field, first, last)
  if (!found.held) return found
  const isWorking = 'unit' in found.rule && found.rule.unit === 'WORKING_DAYS'
  const years = isWorking ? [...new Set([start.year, due.year])] : []
  const unknown = years.find(year => !calendar.knowsYear(year))
  if (unknown !== undefined) return refused({ code: 'yearUnknown', year: unknown })
  const grounds = groundsOf(law, found.rule, last, last)
  const provisional = years.filter(year => calendar.isProvisional(year))
  return {
    held: true,
    rule,
    name: found.rule.name,
    dueOn,
    counted:
      'yearly' in found.rule ? { yearly: found.rule.yearly } : { from, count: found.rule.count, unit: found.rule.unit },
    skipped: isWorking ? daysOff(Temporal.PlainDate.from(first), Temporal.PlainDate.from(last), calendar) : [],
    mayExtendTo:
      'extension' in found.rule && found.rule.extension > 0 ? due.add({ days: found.rule.extension }).toString() : null,
    ...grounds,
    cautions: [...grounds.cautions, ...provisional.map((year): Caution => ({ code: 'calendarProvisional', year }))],
  }
}

type Counted = Extract<Law['limits'][number], { count: number }>

function counted(start: Temporal.PlainDate, { count, unit }: Counted, calendar: WorkingCalendar): Temporal.PlainDate {
  switch (unit) {
    case 'WORKING_DAYS':
      return calendar.addWorkingDays(start, count)
    case 'DAYS':
      return start.add({ days: count })
    case 'HOURS':
      return start.add({ days: Math.ceil(count / 24) })
  }
}

function nextYearly(start: Temporal.PlainDate, monthAndDay: string): Temporal.PlainDate {
  const ofYear = (year: number) => Temporal.PlainDate.from(`${year}-${monthAndDay}`)
  const own = ofYear(start.year)
  return Temporal.PlainDate.compare(own, start) < 0 ? ofYear(start.year + 1) : own
}

function daysOff(from: Temporal.PlainDate, to: Temporal.PlainDate, calendar: WorkingCalendar): HeldLimit['skipped'] {
  const days: { day: string; name: string | null }[] = []
  for (let at = from.add({ days: 1 }); Temporal.PlainDate.compare(at, to) <= 0; at = at.add({ days: 1 }))
    if (!calendar.isWorkingDay(at)) days.push({ day: at.toString(), name: calendar.holidayName(at) })
  return days
}
