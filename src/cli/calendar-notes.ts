import type { CalendarData } from '../campaign/calendar.ts'
import type { Translate } from '../texts.ts'

/** What a person must know who relies on working days of some years: that their days off are provisional, or unknown. */
export function calendarNotes({ years }: Pick<CalendarData, 'years'>, used: readonly number[], t: Translate): string[] {
  const wanted = [...new Set(used)].map(String).sort()
  const provisional = wanted.filter(year => years[year]?.status === 'provisional')
  const unknown = wanted.filter(year => years[year] === undefined)
  return [
    ...(provisional.length > 0 ? [t('office-files.calendar.provisional', { years: provisional.join(', ') })] : []),
    ...(unknown.length > 0 ? [t('office-files.calendar.unknown', { years: unknown.join(', ') })] : []),
  ]
}
