import { readFile } from 'node:fs/promises'
import { calendarColumns } from '../campaign/calendar-columns.ts'
import { readCalendar } from '../campaign/calendar-file.ts'
import { type CalendarYears, yearsIn } from '../campaign/calendar-list.ts'
import { Complaint } from '../complaint.ts'
import { calendarLines } from '../features/loads/calendar-lines.ts'
import { loadCalendar, storedCalendar } from '../loading/load-calendar.ts'
import { loadedPlans } from '../loading/loaded-plans.ts'
import { inTransaction, type Tx } from '../store/transaction.ts'
import type { Translate } from '../texts.ts'
import { officeFile } from './office-file.ts'
import { problemLines } from './problem-lines.ts'
import type { Work } from './work.ts'

/**
 * `calendar load FILE`: the years that the file names take the place of those in the database. A list of days (CSV, XLSX) or a
 * calendar file like the one that comes with the program (JSON).
 */
export const calendarLoadWork: Work = async (system, args) => {
  const t = system.texts(system.defaultLocale)
  const file = args.file ?? ''
  const lines = await inTransaction(system.prisma, async tx => {
    const { years, lines: read } = await readYears(tx, file, t)
    const loaded = await loadCalendar(tx, years, await loadedPlans(tx), system.clock.now())
    return [...read, ...(await calendarLines(tx, t, years, loaded))]
  })
  return { output: `${lines.join('\n')}\n` }
}

async function readYears(
  tx: Tx,
  file: string,
  t: Translate,
): Promise<{ years: CalendarYears; lines: readonly string[] }> {
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
