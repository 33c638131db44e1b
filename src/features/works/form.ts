import { z } from 'zod'
import type { Answers, Params } from '../../conversation/field.ts'
import { defineForm } from '../../conversation/form.ts'
import { choiceOf, multiChoiceOf } from '../../conversation/kinds/choice.ts'
import { date } from '../../conversation/kinds/date.ts'
import { files } from '../../conversation/kinds/files.ts'
import { link } from '../../conversation/kinds/link.ts'
import { longText, text } from '../../conversation/kinds/text.ts'
import { unit } from '../../conversation/kinds/unit.ts'

const option = z.object({ code: z.string(), label: z.string() })

const paramsSchema = z.object({
  genres: z.array(option).default([]),
  topics: z.array(option.extend({ target: z.string().nullable(), opensFollowUp: z.boolean() })).default([]),
  units: z.array(option).default([]),
})

export type WorkParams = z.infer<typeof paramsSchema>

/** What the plan offers to choose from: genres, topics, the units that a work may be about. */
export function workParams(params: Params): WorkParams {
  return paramsSchema.parse(params)
}

/** One of its topics asks for something to be put right: the unit concerned is asked for. */
function asksForRemedy({ topics }: Answers, params: Params): boolean {
  const chosen = Array.isArray(topics) ? topics : []
  return workParams(params).topics.some(({ code, opensFollowUp }) => opensFollowUp && chosen.includes(code))
}

/**
 * A press or arts work (plan §4.3, P01 and P02): what it is, where it was published, a link or a file. Whoever accepts it can look at it,
 * and its day is known (§9.6).
 */
export const workForm = defineForm({
  id: 'work',
  version: 1,
  texts: 'work.form',
  fields: {
    title: text({ min: 3, max: 300 }),
    genre: choiceOf(params => workParams(params).genres),
    topics: multiChoiceOf(params => workParams(params).topics),
    concerns: unit(params => workParams(params).units, { optional: true, when: asksForRemedy }),
    medium: text({ max: 200 }),
    publishedOn: date(),
    link: link({ optional: true }),
    // One of the two is needed.
    files: files({ when: ({ link }) => link === null }),
    content: longText({ min: 5, max: 2_000 }),
  },
  checks: [
    {
      field: 'publishedOn',
      problem: ({ publishedOn }, { today }) =>
        typeof publishedOn === 'string' && typeof today === 'string' && publishedOn > today
          ? { name: 'inFuture' }
          : null,
    },
  ],
})
