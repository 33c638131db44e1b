import type { Comparison, Measure } from './target.ts'

/** A reported value as it is stored: percent and money as two whole numbers, count and rank as the numerator alone. */
export interface ReportedFigure {
  numerator: bigint | null
  denominator: bigint | null
  isDone: boolean | null
}

/**
 * How a figure stands to its target (plan §4, general rules). NOT_APPLICABLE: nothing arose (denominator 0), an officer confirms
 * it. NEEDS_HUMAN: people judge, the plan gives no threshold, or the figure is not there.
 */
export type Judgement = 'PASS' | 'FAIL' | 'NOT_APPLICABLE' | 'NEEDS_HUMAN'

/** Judges with whole numbers only: 79,996 % is not 80 %. A document is `isDone` once it is accepted. */
export function judge(measure: Measure, figure: ReportedFigure): Judgement {
  const { numerator, denominator, isDone } = figure
  switch (measure.kind) {
    case 'PERCENT':
      if (denominator === 0n) return 'NOT_APPLICABLE'
      if (numerator === null || denominator === null || measure.threshold === null) return 'NEEDS_HUMAN'
      return verdict(numerator * 100n, measure.comparison, BigInt(measure.threshold) * denominator)
    case 'RANK':
    case 'COUNT':
      if (numerator === null || measure.threshold === null) return 'NEEDS_HUMAN'
      return verdict(numerator, measure.comparison, BigInt(measure.threshold))
    case 'YES_NO':
      return isDone === null ? 'NEEDS_HUMAN' : isDone ? 'PASS' : 'FAIL'
    case 'DOCUMENT':
      return isDone === true ? 'PASS' : 'NEEDS_HUMAN'
    case 'QUALITATIVE':
      return 'NEEDS_HUMAN'
  }
}

/**
 * What is missing to a lower bound, in the unit of the numerator: the smallest amount that would reach it. 0: reached. null: there
 * is no such gap (other kinds, upper bounds, nothing to measure).
 */
export function gapOf(measure: Measure, { numerator, denominator }: ReportedFigure): bigint | null {
  if (numerator === null || (measure.kind !== 'PERCENT' && measure.kind !== 'COUNT')) return null
  if (measure.threshold === null || measure.comparison !== 'gte') return null
  if (measure.kind === 'COUNT') return atLeastZero(BigInt(measure.threshold) - numerator)
  if (denominator === null || denominator === 0n) return null
  const needed = (BigInt(measure.threshold) * denominator + 99n) / 100n
  return atLeastZero(needed - numerator)
}

function verdict(value: bigint, comparison: Comparison, limit: bigint): Judgement {
  const holds = comparison === 'gte' ? value >= limit : comparison === 'lte' ? value <= limit : value === limit
  return holds ? 'PASS' : 'FAIL'
}

function atLeastZero(value: bigint): bigint {
  return value > 0n ? value : 0n
}
