import { z } from 'zod'
import type { Params } from '../../conversation/field.ts'
import { type Figure, noFigure } from '../../figures/figure.ts'

const wholeNumber = z.string().regex(/^\d+$/)

const schema = z.object({
  unit: z.string(),
  /** What the figure is filed under, and the targets of the unit that it serves. */
  target: z.string(),
  serves: z.array(z.string()),
  period: z.string(),
  /** The report that there is already, and its version that the person had before them (0: none). */
  record: z.string().nullable(),
  basedOn: z.number(),
  /** Shown in the questions: what people call the targets, the plan's words, and how the unit stands to it. */
  code: z.string(),
  name: z.string(),
  numeratorLabel: z.string(),
  denominatorLabel: z.string(),
  standing: z.string(),
  /** Said before the question: what has just been sent and what is left of a quick report. */
  lead: z.string(),
  /** The last figure that counts; what falls below it is explained. */
  lastNumerator: wholeNumber.nullable(),
  lastDenominator: wholeNumber.nullable(),
  lastIsDone: z.boolean().nullable(),
  /** The version before was verified or closed: why it is corrected must be said. */
  needsReason: z.boolean(),
  /** One of the targets of «báo cáo nhanh», and those that were left out so far. */
  quick: z.boolean(),
  /** The quick report is for everything of this period; null: for everything that is due. */
  quickPeriod: z.string().nullable().default(null),
  skip: z.array(z.string()),
})

export type ReportParams = z.infer<typeof schema>

/** What a report form was started for. */
export function reportParams(params: Params): ReportParams {
  return schema.parse(params)
}

/** The figure that the present one is compared with. Reads only its own part: it is called for every question. */
export function lastFigure(params: Params): Figure {
  const { lastNumerator, lastDenominator, lastIsDone } = params
  return {
    ...noFigure,
    numerator: typeof lastNumerator === 'string' ? BigInt(lastNumerator) : null,
    denominator: typeof lastDenominator === 'string' ? BigInt(lastDenominator) : null,
    isDone: typeof lastIsDone === 'boolean' ? lastIsDone : null,
  }
}
