import type { Translate } from '../texts.ts'
import type { WorkingCalendar } from './calendar.ts'

/** What a person must know who relies on working days of some years: that their days off are provisional, or unknown. */
export function calendarNotes(calendar: WorkingCalendar, used: readonly number[], t: Translate): string[] {
  const years = [...new Set(used)].sort()
  const provisional = years.filter(year => calendar.isProvisional(year))
  const unknown = years.filter(year => !calendar.knowsYear(year))
  return [
    ...(provisional.length > 0 ? [t('office-files.calendar.provisional', { years: provisional.join(', ') })] : []),
    ...(unknown.length > 0 ? [t('office-files.calendar.unknown', { years: unknown.join(', ') })] : []),
  ]
}
