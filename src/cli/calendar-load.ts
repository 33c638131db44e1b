import { readFile } from 'node:fs/promises'
import { workingCalendar } from '../campaign/calendar.ts'
import { type DayChange, type DayMeaning, dayChanges } from '../campaign/calendar-changes.ts'
import { calendarColumns } from '../campaign/calendar-columns.ts'
import { readCalendar } from '../campaign/calendar-file.ts'
import { type CalendarYears, yearsIn } from '../campaign/calendar-list.ts'
import { calendarNotes } from '../campaign/calendar-notes.ts'
import { periodName } from '../campaign/period-name.ts'
import type { Plan } from '../campaign/plan.ts'
import { Complaint } from '../complaint.ts'
import { openRequests, replyDay } from '../features/personal-data/open-requests.ts'
import { type CalendarLoaded, loadCalendar, storedCalendar } from '../loading/load-calendar.ts'
import type { OwedDays, Redated } from '../loading/redated.ts'
import { formatDate } from '../reading/format.ts'
import { inTransaction, type Tx } from '../store/transaction.ts'
import type { Translate } from '../texts.ts'
import { officeFile } from './office-file.ts'
import { loadedPlans } from './present-campaign.ts'
import { problemLines } from './problem-lines.ts'
import type { Work } from './work.ts'

/**
 * `calendar load FILE`: the years that the file names take the place of those in the database. A list of days (CSV, XLSX) or a
 * calendar file like the one that comes with the program (JSON).
 */
export const calendarLoadWork: Work = async (system, args) => {
  const t = system.texts(system.defaultLocale)
  const file = args.file ?? ''
  const { loaded, lines, years, replies } = await inTransaction(system.prisma, async tx => {
    const { years, lines } = await read(tx, file, t)
    const loaded = await loadCalendar(tx, years, await loadedPlans(tx), system.clock.now())
    return { loaded, lines, years: Object.keys(years), replies: await redatedReplies(tx, loaded, t) }
  })
  const changes = [
    ...statusLines(loaded, t),
    ...dayChanges(loaded.before, loaded.after).map(change => dayLine(change, t)),
    ...loaded.redated.map(redated => redatedLine(redated, redated.plan, t)),
    ...replies,
  ]
  const key = changes.length > 0 ? 'loaded' : 'unchanged'
  const done = t(`office-files.calendar.${key}`, { years: years.join(', '), redated: loaded.countRedated })
  const notes = calendarNotes(workingCalendar(loaded.after), years.map(Number), t)
  return { output: `${[...lines, ...changes, done, ...notes].join('\n')}\n` }
}

async function read(tx: Tx, file: string, t: Translate): Promise<{ years: CalendarYears; lines: readonly string[] }> {
  if (await isJson(file)) {
    const calendar = readCalendar(file)
    if (!calendar.ok) throw new Complaint(...problemLines(calendar.problems, t))
    return { years: calendar.value.years, lines: [] }
  }
  const { weekend } = await storedCalendar(tx)
  const { value, lines } = await officeFile(file, calendarColumns, t, list => yearsIn(list, weekend))
  return { years: value, lines }
}

async function isJson(file: string): Promise<boolean> {
  try {
    return (await readFile(file, 'utf8')).trimStart().startsWith('{')
  } catch {
    // Told by the reader of lists, which knows why.
    return false
  }
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

function named(meaning: DayMeaning | null, t: Translate): string {
  if (meaning === null) return ''
  return meaning === 'working'
    ? t('office-files.calendar.working')
    : t('office-files.calendar.off', { name: meaning.off })
}
