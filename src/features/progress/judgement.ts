import type { Comparison, Measure } from '../../campaign/target.ts'
import type { Figure } from './figure.ts'

/**
 * How a figure stands to its target (plan §4, general rules). `NOT_APPLICABLE`: nothing arose (0 of 0), an officer confirms it.
 * `NEEDS_HUMAN`: people judge, or the plan gives no threshold.
 */
export type Judgement = 'PASS' | 'FAIL' | 'NOT_APPLICABLE' | 'NEEDS_HUMAN'

/** Judges with whole numbers only: 79,996 % is not 80 %. A figure that is missing is not judged. */
export function judge(measure: Measure, figure: Figure): Judgement {
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
    case 'QUALITATIVE':
      return 'NEEDS_HUMAN'
  }
}

/** How much is missing to a lower bound, in the numerator's unit; 0 when it is reached, null where there is no such gap. */
export function gapOf(measure: Measure, { numerator, denominator }: Figure): bigint | null {
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

const atLeastZero = (value: bigint) => (value > 0n ? value : 0n)
