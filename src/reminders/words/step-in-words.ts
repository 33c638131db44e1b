import { formatDate } from '../../reading/format.ts'
import type { Translate } from '../../texts.ts'

/** A step of the ledger as a person reads it: «quá hạn 1 ngày (hạn 31/03/2024)» for `+1@2024-03-31`. */
export function stepInWords(key: string, t: Translate): string {
  const [, said = '', day = ''] = /^(.+)@(\d{4}-\d\d-\d\d)$/.exec(key) ?? []
  if (outOfTurn.has(said)) return t(`reminders.step.${said}`, { day: formatDate(day) })
  const [, sign = '', days, working = ''] = /^([+-]?)(\d+)(w?)$/.exec(said) ?? []
  if (days === undefined) return key
  const where = Number(days) === 0 ? 'onTheDay' : `${sign === '+' ? 'after' : 'before'}${working && 'Working'}`
  return t(`reminders.step.${where}`, { count: Number(days), day: formatDate(day) })
}

/** The deadline itself where that is a day off, the day after a promise, and an officer's wish. */
const outOfTurn = new Set(['off', 'promise', 'hasten'])
