import { Temporal } from 'temporal-polyfill'

/** A day as offices write it: 31/03/2024, 31-3-2024, 31.3.2024, 2024-03-31. Day before month; null when there is no such day. */
export function readDayCell(text: string): string | null {
  const local = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:[ T]0{1,2}:00(?::00)?)?$/.exec(text)
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T]0{1,2}:00(?::00)?)?$/.exec(text)
  const [day, month, year] = local ? local.slice(1) : iso ? iso.slice(1).reverse() : []
  if (day === undefined) return null
  try {
    const parts = { year: Number(year), month: Number(month), day: Number(day) }
    return Temporal.PlainDate.from(parts, { overflow: 'reject' }).toString()
  } catch {
    return null
  }
}
