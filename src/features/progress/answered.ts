import type { Answers } from '../../conversation/field.ts'
import type { Ratio } from '../../conversation/kinds/ratio.ts'
import { type Figure, noFigure } from '../../figures/figure.ts'

/** How a target is reported; a money target is a percent of đồng. */
export type ReportKind = 'percent' | 'money' | 'yesNo' | 'rank' | 'count' | 'text' | 'document'

/** The figure in the answers of a report form, whichever of them it is; empty where the question was not answered yet. */
export function figureIn(answers: Answers): Figure {
  const { figure, planned, disbursed, isDone, rank, count, text } = answers
  const ratio = figure as Ratio | null | undefined
  if (ratio) return { ...noFigure, numerator: BigInt(ratio.numerator), denominator: BigInt(ratio.denominator) }
  return {
    numerator: amount(disbursed) ?? amount(rank) ?? amount(count),
    denominator: amount(planned),
    isDone: typeof isDone === 'boolean' ? isDone : null,
    text: typeof text === 'string' ? text : '',
  }
}

function amount(answer: unknown): bigint | null {
  return typeof answer === 'bigint' ? answer : typeof answer === 'number' ? BigInt(answer) : null
}
