import type { Answers } from '../../conversation/field.ts'
import type { Ratio } from '../../conversation/kinds/ratio.ts'
import { type Figure, noFigure } from './figure.ts'

/** How a target is reported; a money target is a percent of đồng. */
export type ReportKind = 'percent' | 'money' | 'yesNo' | 'rank' | 'count' | 'text' | 'document'

/** The figure in the answers of a report form; empty where the question was not answered yet. */
export function figureFrom(kind: ReportKind, answers: Answers): Figure {
  switch (kind) {
    case 'percent': {
      const figure = answers.figure as Ratio | undefined
      if (!figure) return noFigure
      return { ...noFigure, numerator: BigInt(figure.numerator), denominator: BigInt(figure.denominator) }
    }
    case 'money':
      return { ...noFigure, numerator: amount(answers.disbursed), denominator: amount(answers.planned) }
    case 'yesNo':
      return { ...noFigure, isDone: typeof answers.isDone === 'boolean' ? answers.isDone : null }
    case 'rank':
      return { ...noFigure, numerator: amount(answers.rank) }
    case 'count':
      return { ...noFigure, numerator: amount(answers.count) }
    case 'text':
      return { ...noFigure, text: typeof answers.text === 'string' ? answers.text : '' }
    case 'document':
      // Sending is not being accepted: a document is done when an officer has verified it.
      return noFigure
  }
}

/** The answers of the form that would give this figure, as JSON, for a correction. */
export function answersFor(kind: ReportKind, figure: Figure): Record<string, string | number | boolean | object> {
  const { numerator, denominator, isDone, text } = figure
  switch (kind) {
    case 'percent':
      return numerator === null || denominator === null
        ? {}
        : { figure: { numerator: Number(numerator), denominator: Number(denominator) } }
    case 'money':
      return numerator === null || denominator === null
        ? {}
        : { planned: String(denominator), disbursed: String(numerator) }
    case 'yesNo':
      return isDone === null ? {} : { isDone }
    case 'rank':
      return numerator === null ? {} : { rank: Number(numerator) }
    case 'count':
      return numerator === null ? {} : { count: Number(numerator) }
    case 'text':
      return text === '' ? {} : { text }
    case 'document':
      return {}
  }
}

function amount(answer: unknown): bigint | null {
  return typeof answer === 'bigint' ? answer : typeof answer === 'number' ? BigInt(answer) : null
}
