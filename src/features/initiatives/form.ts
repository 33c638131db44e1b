import { z } from 'zod'
import type { Params } from '../../conversation/field.ts'
import { defineForm } from '../../conversation/form.ts'
import { choice, choiceOf, multiChoice } from '../../conversation/kinds/choice.ts'
import { date } from '../../conversation/kinds/date.ts'
import { files } from '../../conversation/kinds/files.ts'
import { people } from '../../conversation/kinds/people.ts'
import { essay, text } from '../../conversation/kinds/text.ts'
import { conditions, initiativeKinds, parFields } from './classification.ts'

const paramsSchema = z.object({
  /** The record that a returned form belongs to. */
  record: z.string().nullable().default(null),
  /** What may be answered when similar titles were found; empty: not asked. */
  similar: z.array(z.object({ code: z.string(), label: z.string() })).default([]),
})

export type InitiativeParams = z.infer<typeof paramsSchema>

/** What the initiative form was started for, and what was found since. */
export function initiativeParams(params: Params): InitiativeParams {
  return paramsSchema.parse(params)
}

const similarOptions = (params: Params) => initiativeParams(params).similar

/**
 * Registering a model, solution, initiative, good practice or new technology. The order of the questions is the contract of
 * architecture.md section 4; titles that are much alike are shown right after the title. Shares of the co-authors, where given, are those of all authors and sum to 100 % (domain.md §5.3);
 * names without shares are named beside the person who registers.
 */
export const initiativeForm = defineForm({
  id: 'initiative',
  version: 1,
  texts: 'initiative.form',
  fields: {
    title: text({ min: 3, max: 300 }),
    similar: choiceOf(similarOptions, { when: (_, params) => similarOptions(params).length > 0 }),
    kind: choice(initiativeKinds),
    parField: choice(parFields),
    problem: essay(),
    content: essay(),
    novelty: essay(),
    scope: essay(),
    startsOn: date(),
    expected: essay(),
    selfCheck: multiChoice(conditions),
    coAuthors: people({ optional: true }),
    files: files({ optional: true }),
  },
  checks: [
    {
      field: 'selfCheck',
      // Plan C15 registers only what is lawful, reasonable, effective and suited; a missing condition cannot be sent.
      problem: answers => {
        const confirmed = (answers.selfCheck as readonly string[] | undefined) ?? []
        const missing = conditions.flatMap((condition, at) => (confirmed.includes(condition) ? [] : [at + 1]))
        return missing.length === 0 ? null : { name: 'missing', params: { numbers: missing.join(', ') } }
      },
    },
    {
      field: 'similar',
      // The title was changed after the answer, and other titles are alike now.
      problem: (answers, params) =>
        answers.similar === undefined || similarOptions(params).some(option => option.code === answers.similar)
          ? null
          : { name: 'changed' },
    },
  ],
})
