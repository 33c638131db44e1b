import { Temporal } from 'temporal-polyfill'
import type { Plan } from '../campaign/plan.ts'
import { spanOf } from '../campaign/report-period.ts'
import type { Target } from '../campaign/target.ts'
import type { Answers } from '../conversation/field.ts'
import { reportKind } from '../features/progress/targets.ts'
import type { Translate } from '../texts.ts'
import { lot } from './lot.ts'

/** What a unit of the made-up season answers in a report: figures that rise through the year, the same in every demonstration. */
export function reportAnswers(
  plan: Plan,
  target: Target,
  { unit, period }: { unit: string; period: string },
  t: Translate,
): Answers {
  const year = partOfYear(period)
  const reached = shareReached(target, unit, year)
  const rest = { evidence: null }
  switch (reportKind(target)) {
    case 'percent': {
      const denominator = 6 + Math.floor(lot('whole', unit, target.code) * 54)
      return { figure: { numerator: Math.floor(reached * denominator), denominator }, ...rest }
    }
    case 'money': {
      const planned = BigInt(8 + Math.floor(lot('capital', unit) * 90)) * 1_000_000_000n
      const disbursed = (planned * BigInt(Math.round(paidOut(unit, year) * 1000))) / 1000n
      return { planned, disbursed, ...rest }
    }
    case 'yesNo':
      return { isDone: reached > 0.72, ...rest }
    case 'rank':
      return { rank: 1 + Math.floor(lot('rank', unit) * 12), ...rest }
    case 'count':
      return { count: Math.floor(reached * 8), ...rest }
    case 'text':
    case 'document':
      return {
        text: t('demo.report.text', { name: target.shortName.replaceAll('{year}', String(plan.year)) }),
        ...rest,
      }
  }
}

/** How much of the whole is done: from a start of its own towards everything. What is to be kept low stays as it is. */
function shareReached({ code, measure }: Target, unit: string, year: number): number {
  const start = 0.45 + 0.4 * lot('start', unit, code)
  if (measure.kind === 'PERCENT' && measure.comparison === 'lte') return 0.05 + 0.2 * lot('low', unit, code)
  const end = lot('end', unit, code) < 0.6 ? 1 : 0.85 + 0.12 * lot('short', unit, code)
  return start + (Math.max(end, start) - start) * year
}

/** What part of the capital is paid out: most keep the pace, some reach the goals hardly, some stay far behind. */
function paidOut(unit: string, year: number): number {
  // Slow in spring, fast in summer, as sites are.
  const wave = year ** 2 * (3 - 2 * year)
  const pace = lot('pace', unit)
  if (pace < 0.4) return (wave + year ** 0.7) / 2
  if (pace < 0.65) return (0.97 * (wave + year ** 0.95)) / 2
  return 0.62 * year ** 1.25
}

/** From 0 to 1: how much of the year lies behind the last day of a period. */
function partOfYear(period: string): number {
  const end = Temporal.PlainDate.from(spanOf(period)?.to ?? `${period.slice(0, 4)}-12-31`)
  return end.dayOfYear / end.daysInYear
}
