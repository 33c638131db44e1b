import { deadlineOf, type Owed } from '../plan/owed.ts'
import type { Deadline } from '../plan/steps.ts'
import { addWorkingDays, workingDaysBetween } from '../plan/working-days.ts'
import { cut } from './cut.ts'
import { unitsInWords } from './message.ts'
import { shortDeadline, timeLeft } from './time-left.ts'
import type { Wording } from './wording.ts'

/** What only the stored records can tell, for the officers' digest. */
export interface DeskCounts {
  /** Handed in since the working day before. */
  submitted: number
  /** Waits for an officer's decision. */
  waiting: number
  /** People to whom the last reminder could not be brought. */
  unreachable: number
  /** Open obligations whose day somebody has promised. */
  promised: number
  /** Units in which nobody can be reminded. */
  nobody: number
}

/** The morning's overview for officers: who owes what, what is new, what waits. Null when there is nothing to say. */
export function officerDigest(open: readonly Owed[], counts: DeskCounts, wording: Wording): string[] | null {
  const { t, today, calendar } = wording
  const dated = open.map(owed => ({ owed, deadline: deadlineOf(owed, calendar) }))
  const overdue = dated
    .filter(({ deadline }) => deadline.dueOn < today)
    .toSorted((a, b) => (a.deadline.dueOn < b.deadline.dueOn ? -1 : a.deadline.dueOn > b.deadline.dueOn ? 1 : 0))
  const horizon = addWorkingDays(today, SOON, calendar)
  const soon = dated.filter(({ deadline }) => deadline.dueOn >= today && deadline.remindBy <= horizon)
  const withHead = open.filter(owed => owed.state === 'WITH_HEAD').length
  const line = (key: string, count: number, units = 0): string[] =>
    count > 0 ? [t(`reminders.digest.${key}`, { count, units })] : []
  const lines = [
    ...line('overdue', overdue.length, unitsOf(overdue)),
    ...overdueLines(overdue, wording),
    ...line('soon', soon.length, unitsOf(soon)),
    ...line('withHead', withHead),
    ...line('submitted', counts.submitted),
    ...line('waiting', counts.waiting),
    ...line('promised', counts.promised),
    ...line('nobody', counts.nobody),
    ...line('unreachable', counts.unreachable),
  ]
  return lines.length > 0 ? [...lines, t('reminders.digest.how')] : null
}

/** By unit, the longest overdue first: an officer calls a unit once for all it owes. */
function overdueLines(overdue: readonly { owed: Owed; deadline: Deadline }[], wording: Wording): string[] {
  const { t, today, calendar } = wording
  const byUnit = new Map<string, { owed: Owed; deadline: Deadline }[]>()
  for (const dated of overdue) {
    const own = byUnit.get(dated.owed.unitCode)
    if (own) own.push(dated)
    else byUnit.set(dated.owed.unitCode, [dated])
  }
  const lines = [...byUnit.values()].slice(0, LISTED).flatMap(([oldest, ...others]) => {
    if (!oldest) return []
    const { what, unitName } = wording.subject(oldest.owed.id)
    const days = Math.max(1, workingDaysBetween(oldest.deadline.dueOn, today, calendar))
    const params = { unit: cut(unitName, 50), what: cut(what, 50), days, count: others.length + 1 }
    return [t(`reminders.digest.${others.length > 0 ? 'lineSeveral' : 'line'}`, params)]
  })
  const more = byUnit.size - LISTED
  return more > 0 ? [...lines, t('reminders.digest.more', { count: more })] : lines
}

/** On the first working day of the week: what the head's unit still owes. Null when nothing is near. */
export function weeklyList(open: readonly Owed[], already: ReadonlySet<string>, wording: Wording): string[] | null {
  const { t, today, calendar } = wording
  const horizon = addWorkingDays(today, NEAR, calendar)
  const near = open
    .map(owed => ({ owed, deadline: deadlineOf(owed, calendar) }))
    .filter(({ owed, deadline }) => deadline.remindBy <= horizon && !already.has(owed.id))
    .toSorted((a, b) => (a.deadline.dueOn < b.deadline.dueOn ? -1 : a.deadline.dueOn > b.deadline.dueOn ? 1 : 0))
  if (near.length === 0) return null
  const more = near.length - LISTED
  const names = near.map(({ owed }) => wording.subject(owed.id).unitName)
  return [
    t(`reminders.weekly.${already.size > 0 ? 'leadMore' : 'lead'}`, {
      count: near.length,
      unit: unitsInWords(names, t),
    }),
    ...near.slice(0, LISTED).map(({ owed, deadline }) => {
      const left = shortDeadline(deadline, timeLeft(deadline, today, calendar), t)
      const { what, unitName } = wording.subject(owed.id)
      const params = { what: cut(what, 60), unit: cut(unitName, 50), deadline: left }
      return t(`reminders.weekly.${new Set(names).size > 1 ? 'lineOfUnit' : 'line'}`, params)
    }),
    ...(more > 0 ? [t('reminders.weekly.more', { count: more })] : [t('reminders.weekly.how')]),
  ]
}

/** Working days ahead that the officers' digest and the heads' list look. */
const SOON = 5
const NEAR = 10
const LISTED = 5

function unitsOf(dated: readonly { owed: Owed }[]): number {
  return new Set(dated.map(({ owed }) => owed.unitCode)).size
}
