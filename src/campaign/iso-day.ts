import { Temporal } from 'temporal-polyfill'

/** Whether a text is a plain date 'YYYY-MM-DD' that exists. */
export function isIsoDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' })
    return true
  } catch {
    return false
  }
}
