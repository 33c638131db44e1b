import { z } from 'zod'
import type { Params } from '../../conversation/field.ts'
import { defineForm } from '../../conversation/form.ts'
import { choice, choiceOf } from '../../conversation/kinds/choice.ts'
import { files } from '../../conversation/kinds/files.ts'
import { longText } from '../../conversation/kinds/text.ts'

export const reportKindName = 'criterionReport'

export const outcomes = ['REACHED', 'UNDER_WAY', 'NOT_REACHED'] as const

const paramsSchema = z.object({ criteria: z.array(z.object({ code: z.string(), label: z.string() })).default([]) })

/** The criteria of the unit that were confirmed, by code. */
export function criteriaIn(params: Params): { code: string; label: string }[] {
  return paramsSchema.parse(params).criteria
}

/** How far a unit has come with a criterion of its own. */
export const criterionReportForm = defineForm({
  id: reportKindName,
  version: 1,
  texts: 'criterionReport.form',
  fields: {
    criterion: choiceOf(criteriaIn),
    outcome: choice(outcomes),
    result: longText({ min: 5, max: 5_000 }),
    files: files({ optional: true }),
  },
})
