import { judge, type ReportedFigure } from '../campaign/measure.ts'
import type { Span } from '../campaign/report-period.ts'
import type { ApplicabilityState, Measure } from '../campaign/target.ts'

/**
 * How a unit stands to a target in a period. MISSED is never said before the target's day is over. REPORTED: there is a figure, and
 * people judge it. UNSETTLED: nobody has confirmed yet whether the target applies.
 */
export type CellState =
  | 'REACHED'
  | 'ON_PACE'
  | 'BEHIND'
  | 'MISSED'
  | 'REPORTED'
  | 'WITH_HEAD'
  | 'NOT_DUE'
  | 'NO_FIGURE'
  | 'UNSETTLED'
  | 'NOT_APPLICABLE'

/** All states, those that ask for something to be done first. */
export const cellStates: readonly CellState[] = [
  ...(['MISSED', 'NO_FIGURE', 'BEHIND', 'WITH_HEAD', 'UNSETTLED'] as const),
  ...(['REPORTED', 'ON_PACE', 'REACHED', 'NOT_DUE', 'NOT_APPLICABLE'] as const),
]

/** What a cell is judged by. Days are 'YYYY-MM-DD'. */
export interface CellFacts {
  measure: Measure
  /** Day by which the target is to be reached; the campaign's last where the plan names none. */
  targetDay: string
  campaignFrom: string
  span: Span
  today: string
  /** The unit exists on the day whose units are told of. */
  isThere: boolean
  applies: ApplicabilityState | null
  /** What counts: of the period, the newest that the head has let through and nobody returned. */
  figure: ReportedFigure | null
  isVerified: boolean
  /** A version waits for the head. */
  isWithHead: boolean
}

/** The rule of the board, in the order in which it is asked (issue of the numbers; plan §4, general rules). Pure. */
export function cellState(facts: CellFacts): CellState {
  const { figure, span, today, applies, measure } = facts
  if (!facts.isThere || applies === null || applies === 'NOT_APPLICABLE') return 'NOT_APPLICABLE'
  if (figure?.denominator === 0n) return 'NOT_APPLICABLE'
  if (span.from > today) return 'NOT_DUE'
  if (figure === null) return withoutFigure(facts)
  switch (judge(measure, figure)) {
    case 'PASS':
      return 'REACHED'
    case 'FAIL':
      return below(facts, figure)
    default:
      // A document is there once somebody has verified it.
      return measure.kind === 'DOCUMENT' && facts.isVerified ? 'REACHED' : 'REPORTED'
  }
}

function withoutFigure({ isWithHead, today, span, applies }: CellFacts): CellState {
  if (isWithHead) return 'WITH_HEAD'
  if (applies === 'PENDING') return 'UNSETTLED'
  return today <= span.to ? 'NOT_DUE' : 'NO_FIGURE'
}

function below({ measure, targetDay, span, today, campaignFrom }: CellFacts, figure: ReportedFigure): CellState {
  if (today > targetDay && span.to >= targetDay) return 'MISSED'
  if (measure.kind === 'YES_NO') return 'ON_PACE'
  const { numerator } = figure
  const denominator = measure.kind === 'COUNT' ? 100n : figure.denominator
  if (measure.kind !== 'PERCENT' && measure.kind !== 'COUNT') return 'BEHIND'
  if (measure.comparison !== 'gte' || measure.threshold === null || numerator === null || denominator === null)
    return 'BEHIND'
  const all = daysBetween(campaignFrom, targetDay)
  const gone = Math.min(daysBetween(campaignFrom, span.to), all)
  // share ≥ threshold × gone / all, in whole numbers.
  const isOnPace = numerator * 100n * BigInt(all) >= BigInt(measure.threshold) * denominator * BigInt(gone)
  return isOnPace ? 'ON_PACE' : 'BEHIND'
}

/** Whole days; plain arithmetic over days that are read once, for a board asks it of every cell. */
function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from)
}

function dayNumber(day: string): number {
  const known = dayNumbers.get(day)
  if (known !== undefined) return known
  const number = Date.parse(day) / 86_400_000
  dayNumbers.set(day, number)
  return number
}

/** Ends of periods and days of the plan: some dozens. */
const dayNumbers = new Map<string, number>()
