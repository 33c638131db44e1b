import { z } from 'zod'
import type { Answers, Params } from '../../conversation/field.ts'
import { defineForm } from '../../conversation/form.ts'
import { choiceOf, multiChoiceOf } from '../../conversation/kinds/choice.ts'
import { date } from '../../conversation/kinds/date.ts'
import { files } from '../../conversation/kinds/files.ts'
import { integer } from '../../conversation/kinds/number.ts'
import { text } from '../../conversation/kinds/text.ts'

const option = z.object({ code: z.string(), label: z.string() })

const paramsSchema = z.object({
  activities: z.array(option.extend({ documents: z.array(option) })).default([]),
})

/** What the plan asks to be made known, each with its documents where it names some. */
export function activityParams(params: Params): z.infer<typeof paramsSchema> {
  return paramsSchema.parse(params)
}

/** The documents that may be chosen of, whatever the activity: an answer keeps its words when the activity is changed. */
function documentsIn(params: Params) {
  const all = activityParams(params).activities.flatMap(({ documents }) => documents)
  return [...new Map(all.map(one => [one.code, one])).values()]
}

function hasDocuments({ activity }: Answers, params: Params): boolean {
  return activityParams(params).activities.some(({ code, documents }) => code === activity && documents.length > 0)
}

/** A propaganda activity of a unit (plan §4.4, S01 and S02): what was made known, how, when, to whom, to how many. */
export const activityForm = defineForm({
  id: 'activity',
  version: 1,
  texts: 'activity.form',
  fields: {
    activity: choiceOf(params => activityParams(params).activities),
    documents: multiChoiceOf(documentsIn, { when: hasDocuments }),
    content: text({ max: 300, when: (answers, params) => !hasDocuments(answers, params) }),
    way: text({ max: 200 }),
    heldOn: date(),
    audience: text({ max: 200 }),
    reached: integer({ max: 10_000_000, counts: () => 'lượt người' }),
    files: files({ optional: true }),
  },
  checks: [
    {
      field: 'heldOn',
      problem: ({ heldOn }, { today }) =>
        typeof heldOn === 'string' && typeof today === 'string' && heldOn > today ? { name: 'inFuture' } : null,
    },
  ],
})
