import { workingCalendar } from '../../campaign/calendar.ts'
import { type DayChange, type DayMeaning, dayChanges } from '../../campaign/calendar-changes.ts'
import type { CalendarYears } from '../../campaign/calendar-list.ts'
import { calendarNotes } from '../../campaign/calendar-notes.ts'
import { periodName } from '../../campaign/period-name.ts'
import type { Plan } from '../../campaign/plan.ts'
import type { CalendarLoaded } from '../../loading/load-calendar.ts'
import type { OwedDays, Redated } from '../../loading/redated.ts'
import { formatDate } from '../../reading/format.ts'
import type { Tx } from '../../store/transaction.ts'
import type { Translate } from '../../texts.ts'
import { redateAppraisals } from '../nominations/redate-appraisals.ts'
import { openRequests, replyDay } from '../personal-data/open-requests.ts'

/**
 * What years of a calendar have changed: days, what is owed by another day, replies that are due on another; and what to mind. Opinions
 * that agencies still owe get their new day here.
 */
export async function calendarLines(
  tx: Tx,
  t: Translate,
  years: CalendarYears,
  loaded: CalendarLoaded,
): Promise<string[]> {
  const changes = [
    ...statusLines(loaded, t),
    ...dayChanges(loaded.before, loaded.after).map(change => dayLine(change, t)),
    ...loaded.redated.map(redated => redatedLine(redated, redated.plan, t)),
    ...(await redatedReplies(tx, loaded, t)),
    ...(await redatedAppraisals(tx, loaded, t)),
  ]
  const key = changes.length > 0 ? 'loaded' : 'unchanged'
  const named = Object.keys(years)
  const done = t(`office-files.calendar.${key}`, { years: named.join(', '), redated: loaded.countRedated })
  return [...changes, done, ...calendarNotes(workingCalendar(loaded.after), named.map(Number), t)]
}

function statusLines({ before, after }: CalendarLoaded, t: Translate): string[] {
  return Object.entries(after.years).flatMap(([year, { status }]) => {
    const old = before.years[year]?.status ?? 'none'
    const named = (which: string) => t(`office-files.calendar.statuses.${which}`)
    return old === status ? [] : [t('office-files.calendar.status', { year, from: named(old), to: named(status) })]
  })
}

function dayLine({ date, from, to }: DayChange, t: Translate): string {
  const day = date.split('-').reverse().join('/')
  if (from === null) return t('office-files.calendar.added', { day, what: named(to, t) })
  if (to === null) return t('office-files.calendar.removed', { day, what: named(from, t) })
  return t('office-files.calendar.renamed', { day, from: named(from, t), to: named(to, t) })
}

/** What got another day: the duty, its period, of how many units, from which day to which. */
function redatedLine({ dutyCode, period, from, to, units }: Redated, { duties }: Plan, t: Translate): string {
  const name = duties.find(({ code }) => code === dutyCode)?.name ?? dutyCode
  const what = period === '' ? name : t('office-files.calendar.ofPeriod', { name, period: periodName(period, t) })
  const days = (owed: OwedDays) =>
    t('office-files.calendar.days', { due: formatDate(owed.dueOn), last: formatDate(owed.remindBy) })
  return t('office-files.calendar.moved', { what, count: units, from: days(from), to: days(to) })
}

/** Open requests about personal data whose reply is due on another day than before: they follow the calendar by themselves. */
async function redatedReplies(tx: Tx, { before, after }: CalendarLoaded, t: Translate): Promise<string[]> {
  const [then, now] = [workingCalendar(before), workingCalendar(after)]
  const open = await openRequests(tx, { calendar: now, timeZone: after.timeZone })
  return open.flatMap(({ kind, askedOn, replyBy }) => {
    const from = replyDay(askedOn, then)
    if (replyBy === null || from === null || from === replyBy) return []
    const days = { asked: formatDate(askedOn), from: formatDate(from), to: formatDate(replyBy) }
    return [t('office-files.calendar.reply', { kind: t(`mydata.request.kinds.${kind}`), ...days })]
  })
}

async function redatedAppraisals(tx: Tx, { before, after }: CalendarLoaded, t: Translate): Promise<string[]> {
  const [then, now] = [workingCalendar(before), workingCalendar(after)]
  const moved = await redateAppraisals(tx, { before: then, after: now, timeZone: after.timeZone })
  return moved.map(({ askedOn, from, to, count }) => {
    const days = { asked: formatDate(askedOn), from: formatDate(from), to: formatDate(to) }
    return t('office-files.calendar.appraisals', { count, ...days })
  })
}

function named(meaning: DayMeaning | null, t: Translate): string {
  if (meaning === null) return ''
  return meaning === 'working'
    ? t('office-files.calendar.working')
    : t('office-files.calendar.off', { name: meaning.off })
}
