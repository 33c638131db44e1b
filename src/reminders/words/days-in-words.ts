import { Temporal } from 'temporal-polyfill'
import { formatDate } from '../../reading/format.ts'
import type { Translate } from '../../texts.ts'

/** 'Sunday 31/03/2024' in the reader's language. */
export function weekdayAndDate(day: string, t: Translate): string {
  const date = Temporal.PlainDate.from(day)
  return t('reminders.day.long', { weekday: t(`reminders.weekday.${date.dayOfWeek}`), date: formatDate(day) })
}

/** 31/03 */
export function shortDate(day: string): string {
  return formatDate(day).slice(0, 5)
}
