import { judge } from '../campaign/measure.ts'
import type { Target } from '../campaign/target.ts'
import type { CellState } from './cell.ts'
import { type Figure, noFigure } from './figure.ts'

/** What a sum is made of: a unit's state and what counts of it. */
export interface Summand {
  unitCode: string
  state: CellState
  figure: Figure | null
}

/** Several units as one: what they reached together, and the units that keep it from being whole. */
export interface Sum {
  /** Null: the target has no sum (words, papers, ranks), or nobody has given a figure. */
  figure: Figure | null
  /** Units that applied and count in it. */
  counted: number
  /** Units to which it applies and that have not reached it. */
  missing: readonly string[]
}

/** Two figures of units that are one now, as one: what was counted is added, «có» is said only where all have it. Null: such figures do not add up. */
export function added({ measure }: Pick<Target, 'measure'>, figures: readonly Figure[]): Figure | null {
  if (figures.length === 0) return null
  switch (measure.kind) {
    case 'PERCENT':
      return { ...noFigure, numerator: sumOf(figures, 'numerator'), denominator: sumOf(figures, 'denominator') }
    case 'COUNT':
      return { ...noFigure, numerator: sumOf(figures, 'numerator') }
    case 'YES_NO':
      return { ...noFigure, isDone: figures.every(({ isDone }) => isDone === true) }
    default:
      return null
  }
}

/**
 * A target over several units. Where the plan gives it an `aggregate`, and for «có» and «chưa», it is the share of the units that
 * reached it among those to which it applies; else what the units gave, added up.
 */
export function sumOver(target: Pick<Target, 'measure' | 'aggregate'>, cells: readonly Summand[]): Sum {
  const applying = cells.filter(({ state }) => state !== 'NOT_APPLICABLE')
  const missing = applying.filter(({ state }) => state !== 'REACHED').map(({ unitCode }) => unitCode)
  if (isShareOfUnits(target)) {
    const figure = {
      ...{ ...noFigure, denominator: BigInt(applying.length) },
      numerator: BigInt(applying.length - missing.length),
    }
    return { figure: applying.length === 0 ? null : figure, counted: applying.length, missing }
  }
  const figures = applying.flatMap(({ figure }) => figure ?? [])
  return { figure: added(target, figures), counted: figures.length, missing }
}

/** Whether all units together are judged by how many of them reached it. */
export function isShareOfUnits({ measure, aggregate }: Pick<Target, 'measure' | 'aggregate'>): boolean {
  return aggregate !== null || measure.kind === 'YES_NO'
}

/** What a sum is held against. */
export function measureOfSum(target: Pick<Target, 'measure' | 'aggregate'>): Target['measure'] {
  if (target.aggregate) return target.aggregate
  if (target.measure.kind !== 'YES_NO') return target.measure
  return { kind: 'PERCENT', unit: 'count', numerator: '', denominator: '', comparison: 'gte', threshold: 100 }
}

/** Whether a sum is enough. */
export function isReached(target: Pick<Target, 'measure' | 'aggregate'>, figure: Figure | null): boolean {
  return figure !== null && judge(measureOfSum(target), figure) === 'PASS'
}

function sumOf(figures: readonly Figure[], part: 'numerator' | 'denominator'): bigint {
  return figures.reduce((total, figure) => total + (figure[part] ?? 0n), 0n)
}
