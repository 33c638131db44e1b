import type { Translate } from '../../texts.ts'
import type { Deadline } from '../plan/steps.ts'
import { type WorkingDays, workingDaysBetween } from '../plan/working-days.ts'
import { shortDate, weekdayAndDate } from './days-in-words.ts'

/** How a day stands to a deadline. Counts are working days, the present day not counted. */
export type TimeLeft =
  | { is: 'ahead'; days: number }
  /** The legal date is today. */
  | { is: 'today' }
  /** The legal date is a day off, and this is the last working day before it. */
  | { is: 'lastWorkingDay' }
  | { is: 'overdue'; days: number }

export function timeLeft(deadline: Deadline, today: string, calendar: WorkingDays): TimeLeft {
  if (today > deadline.dueOn)
    return { is: 'overdue', days: Math.max(1, workingDaysBetween(deadline.dueOn, today, calendar)) }
  if (today === deadline.dueOn) return { is: 'today' }
  if (today >= deadline.remindBy) return { is: 'lastWorkingDay' }
  return { is: 'ahead', days: workingDaysBetween(today, deadline.remindBy, calendar) }
}

/** The deadline and what is left of it, in full. */
export function deadlineLine(deadline: Deadline, left: TimeLeft, t: Translate): string {
  return t(`reminders.deadline.${left.is}${isMoved(deadline, left) ? 'Moved' : ''}`, {
    due: weekdayAndDate(deadline.dueOn, t),
    lastWorkingDay: weekdayAndDate(deadline.remindBy, t),
    ...daysOf(left),
  })
}

/** The same for a line of a list. */
export function shortDeadline(deadline: Deadline, left: TimeLeft, t: Translate): string {
  return t(`reminders.shortDeadline.${left.is}`, { due: shortDate(deadline.dueOn), ...daysOf(left) })
}

export function daysOf(left: TimeLeft): { count?: number } {
  return 'days' in left ? { count: left.days } : {}
}

function isMoved(deadline: Deadline, left: TimeLeft): boolean {
  return left.is === 'ahead' && deadline.remindBy !== deadline.dueOn
}
