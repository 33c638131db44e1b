import type { Translate } from '../texts.ts'

/** A period as people read it: «quý II/2024», «tháng 4/2024»; nothing for what is owed once. */
export function periodName(period: string, t: Translate): string {
  const quarter = /^(\d{4})-Q([1-4])$/.exec(period)
  if (quarter)
    return t('tasks.quarter', { quarter: ['I', 'II', 'III', 'IV'][Number(quarter[2]) - 1], year: quarter[1] })
  const month = /^(\d{4})-(\d\d)$/.exec(period)
  if (month) return t('tasks.month', { month: Number(month[2]), year: month[1] })
  return period
}
