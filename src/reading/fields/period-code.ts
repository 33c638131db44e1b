import type { Period } from '../spans/period.ts'
import { type Year, yearOf } from '../spans/year.ts'

export interface Month {
  readonly year: number
  readonly month: number
}

/** '2024-Q1', '2024-03', '2024-H1', '2024-9M', '2024'; null: there is no such month or quarter; undefined: no period that has a code. */
export function codeOf(period: Period, today: Month): string | null | undefined {
  const year = (said: Year | undefined) => yearOf(said, today.year)
  switch (period.is) {
    case 'year':
      return String(year(period.year))
    case 'shifted':
      return shifted(period.of, period.by, today)
    case 'months': {
      const part = { 6: period.isLast ? '-H2' : '-H1', 9: period.isLast ? undefined : '-9M', 12: '' }[period.count]
      return part === undefined ? undefined : `${year(period.year)}${part}`
    }
    case 'quarter':
      return period.number < 1 || period.number > 4 ? null : `${year(period.year)}-Q${period.number}`
    case 'month':
      return period.number < 1 || period.number > 12 ? null : `${year(period.year)}-${twoFigures(period.number)}`
  }
}

function shifted(of: 'month' | 'quarter', by: number, { year, month }: Month): string {
  const size = of === 'month' ? 12 : 4
  const place = of === 'month' ? month : Math.ceil(month / 3)
  const at = year * size + place - 1 + by
  const value = (at % size) + 1
  return `${Math.floor(at / size)}-${of === 'month' ? twoFigures(value) : `Q${value}`}`
}

const twoFigures = (value: number): string => String(value).padStart(2, '0')

/** Whether a day lies in the months of a period; true where that cannot be said. */
export function holds(code: string, { year, month }: Month): boolean {
  if (!code.startsWith(String(year))) return false
  const part = code.slice(5)
  if (part === '') return true
  if (part.startsWith('Q')) return Math.ceil(month / 3) === Number(part.slice(1))
  if (part === 'H1' || part === 'H2') return month <= 6 === (part === 'H1')
  return part === '9M' ? month <= 9 : month === Number(part)
}
