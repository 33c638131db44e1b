import type { Translate } from '../texts.ts'

/** A period as people read it: «quý II/2024», «tháng 4/2024», «6 tháng đầu năm 2024», «năm 2024»; nothing for what is owed once. */
export function periodName(period: string, t: Translate): string {
  const quarter = /^(\d{4})-Q([1-4])$/.exec(period)
  if (quarter)
    return t('tasks.quarter', { quarter: ['I', 'II', 'III', 'IV'][Number(quarter[2]) - 1], year: quarter[1] })
  const month = /^(\d{4})-(\d\d)$/.exec(period)
  if (month) return t('tasks.month', { month: Number(month[2]), year: month[1] })
  const year = /^(\d{4})(?:-(H1|H2|9M))?$/.exec(period)
  if (year) return t(`tasks.${parts[year[2] ?? ''] ?? 'year'}`, { year: year[1] })
  return period
}

const parts: Readonly<Record<string, string>> = { H1: 'firstHalf', H2: 'secondHalf', '9M': 'nineMonths' }
