import { Temporal } from 'temporal-polyfill'
import { monthEnd, quarterEnd } from './calendar.ts'

const quarters = ['i', 'ii', 'iii', 'iv']

/**
 * Reads a day of a plan file. With a year it is fixed: «15/3/2024», «2024-03-15». Without one it belongs to the campaign's year and
 * moves with it: «30/9», «quý I» (the last day of the quarter), «cuối tháng 4» (the last day of the month).
 * Returns 'YYYY-MM-DD', or null for anything else and for days that do not exist in that year.
 */
export function campaignDate(text: string, year: number): string | null {
  const written = text.trim().toLowerCase()
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(written)
  if (iso) return day(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const numbers = /^(\d{1,2})\/(\d{1,2})(?:\/(\d{4}))?$/.exec(written)
  if (numbers) return day(Number(numbers[3] ?? year), Number(numbers[2]), Number(numbers[1]))
  const quarter = /^quý (i|ii|iii|iv)$/.exec(written)
  if (quarter) return quarterEnd(year, quarters.indexOf(quarter[1] ?? '') + 1).toString()
  const month = /^cuối tháng (\d{1,2})$/.exec(written)
  if (month) return Number(month[1]) >= 1 && Number(month[1]) <= 12 ? monthEnd(year, Number(month[1])).toString() : null
  return null
}

/** Fills in «{year}», «{year-1}», «{year+2}»; other braces stay. */
export function fillYear(text: string, year: number): string {
  return text.replace(/\{year(?:([+-])(\d{1,2}))?\}/g, (_, sign: string | undefined, by: string | undefined) =>
    String(year + (sign === '-' ? -1 : 1) * Number(by ?? 0)),
  )
}

function day(year: number, month: number, dayOfMonth: number): string | null {
  try {
    return Temporal.PlainDate.from({ year, month, day: dayOfMonth }, { overflow: 'reject' }).toString()
  } catch {
    return null
  }
}
