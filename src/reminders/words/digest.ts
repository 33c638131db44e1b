import { lapsesSeenOn } from '../../law/bases.ts'
import { lapseInWords } from '../../law/words.ts'
import { formatMoneyShort } from '../../reading/format.ts'
import { deadlineOf, type Owed } from '../plan/owed.ts'
import type { Deadline } from '../plan/steps.ts'
import { addWorkingDays, workingDaysBetween } from '../plan/working-days.ts'
import { cut } from './cut.ts'
import { unitsInWords, withReported } from './message.ts'
import { missingMoney } from './reported-line.ts'
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

/**
 * The morning's overview for officers: who owes what, what is new, what waits, which law is about to lapse. Null when there is nothing to
 * say; a lapse alone is told on the first working day of the week.
 */
export function officerDigest(
  open: readonly Owed[],
  counts: DeskCounts,
  wording: Wording,
  isWeekStart: boolean,
): string[] | null {
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
    ...byDuty(overdue, wording),
    ...worstLines(overdue, wording),
    ...line('soon', soon.length, unitsOf(soon)),
    ...line('withHead', withHead),
    ...line('submitted', counts.submitted),
    ...line('waiting', counts.waiting),
    ...line('promised', counts.promised),
    ...line('nobody', counts.nobody),
    ...line('unreachable', counts.unreachable),
  ]
  const lapses = lapsesSeenOn(today).map(lapse => lapseInWords(lapse, t))
  if (lines.length > 0) return [...lines, ...lapses, t('reminders.digest.how')]
  return isWeekStart && lapses.length > 0 ? lapses : null
}

interface Dated {
  owed: Owed
  deadline: Deadline
}

/** How many units owe each duty; the duty that is owed by most stands first. */
function byDuty(overdue: readonly Dated[], wording: Wording): string[] {
  const { t } = wording
  const duties = [...grouped(overdue, ({ owed }) => wording.subject(owed.id).duty)]
  if (duties.length < 2 && overdue.length <= WORST) return []
  return duties
    .toSorted(([, one], [, other]) => other.length - one.length)
    .slice(0, LISTED)
    .map(([what, owing]) =>
      t('reminders.digest.duty', { what: cut(what, 60), count: unitsOf(owing), days: longestOf(owing, wording) }),
    )
}

/** The units at which most is at stake: the money that is missing, then how much is owed, then since when. Named once for all a unit owes. */
function worstLines(overdue: readonly Dated[], wording: Wording): string[] {
  const { t, today } = wording
  const units = [...grouped(overdue, ({ owed }) => owed.unitCode)].map(([unitCode, owing]) => ({
    unitCode,
    owing,
    money: moneyMissing(owing, wording),
    days: longestOf(owing, wording),
  }))
  const worst = units
    .toSorted(
      (one, other) =>
        compare(other.money, one.money) ||
        other.owing.length - one.owing.length ||
        other.days - one.days ||
        // Of equals not always the same ones.
        compare(turn(today, one.unitCode), turn(today, other.unitCode)),
    )
    .slice(0, WORST)
  const lines = worst.flatMap(({ owing, money, days }) => {
    const [first, ...others] = owing
    if (!first) return []
    const { what, unitName } = wording.subject(first.owed.id)
    const params = { unit: cut(unitName, 50), what: cut(what, 50), days, count: others.length + 1 }
    const key = money > 0n ? 'lineMoney' : others.length > 0 ? 'lineSeveral' : 'line'
    return [t(`reminders.digest.${key}`, { ...params, missing: formatMoneyShort(money) })]
  })
  const more = units.length - worst.length
  return [
    ...(lines.length > 0 && more > 0 ? [t('reminders.digest.worst')] : []),
    ...lines,
    ...(more > 0 ? [t('reminders.digest.more', { count: more })] : []),
  ]
}

/** The largest sum that one of them still misses: the duties of a unit speak of the same money. */
function moneyMissing(owing: readonly Dated[], wording: Wording): bigint {
  return owing.reduce((most, { owed }) => {
    const missing = missingMoney(wording.subject(owed.id).reported)
    return missing > most ? missing : most
  }, 0n)
}

function longestOf(owing: readonly Dated[], { today, calendar }: Wording): number {
  return Math.max(1, ...owing.map(({ deadline }) => workingDaysBetween(deadline.dueOn, today, calendar)))
}

function grouped(ones: readonly Dated[], by: (one: Dated) => string): ReadonlyMap<string, Dated[]> {
  const groups = new Map<string, Dated[]>()
  for (const one of ones) {
    const own = groups.get(by(one))
    if (own) own.push(one)
    else groups.set(by(one), [one])
  }
  return groups
}

/** A number of the day and the unit that changes with the day. */
function turn(day: string, unitCode: string): number {
  let hash = 0
  for (const letter of `${day}${unitCode}`) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003
  return hash
}

function compare(one: bigint | number, other: bigint | number): number {
  return one < other ? -1 : one > other ? 1 : 0
}

/**
 * On the first working day of the week: what the head's unit still owes. Null when nothing is near. What the
 * person's message says `already` is not repeated.
 */
export function weeklyList(open: readonly Owed[], already: ReadonlySet<string>, wording: Wording): string[] | null {
  const { t, today, calendar } = wording
  const horizon = addWorkingDays(today, NEAR, calendar)
  const near = open
    .map(owed => ({ owed, deadline: deadlineOf(owed, calendar) }))
    // What waits for the head's own word is told where it is decided.
    .filter(({ owed }) => owed.state === 'OPEN' && !already.has(owed.id))
    .filter(({ deadline }) => deadline.remindBy <= horizon)
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
      const { brief, unitName, reported } = wording.subject(owed.id)
      const params = { what: cut(brief, 60), unit: cut(unitName, 50), deadline: left }
      const line = t(`reminders.weekly.${new Set(names).size > 1 ? 'lineOfUnit' : 'line'}`, params)
      return withReported(line, reported, t)
    }),
    ...(more > 0 ? [t('reminders.weekly.more', { count: more })] : [t('reminders.weekly.how')]),
  ]
}

/** Working days ahead that the officers' digest and the heads' list look. */
const SOON = 5
const NEAR = 10
const LISTED = 5
/** Units that the digest names. */
const WORST = 5

function unitsOf(dated: readonly { owed: Owed }[]): number {
  return new Set(dated.map(({ owed }) => owed.unitCode)).size
}
