import { z } from 'zod'
import type { Params } from '../../conversation/field.ts'
import { defineForm } from '../../conversation/form.ts'
import { choiceOf } from '../../conversation/kinds/choice.ts'
import { date } from '../../conversation/kinds/date.ts'
import { files } from '../../conversation/kinds/files.ts'
import { longText } from '../../conversation/kinds/text.ts'

const paramsSchema = z.object({ initiatives: z.array(z.object({ code: z.string(), label: z.string() })).default([]) })

/** What may be taken over, by code of the register. */
export function initiativesIn(params: Params): { code: string; label: string }[] {
  return paramsSchema.parse(params).initiatives
}

/** A model or initiative of another unit that this one has taken over (plan II.3, S04): which, what of it, since when. */
export const replicationForm = defineForm({
  id: 'replication',
  version: 1,
  texts: 'replication.form',
  fields: {
    initiative: choiceOf(initiativesIn),
    taken: longText({ min: 5, max: 5_000 }),
    startedOn: date(),
    files: files({ optional: true }),
  },
  checks: [
    {
      field: 'startedOn',
      problem: ({ startedOn }, { today }) =>
        typeof startedOn === 'string' && typeof today === 'string' && startedOn > today ? { name: 'inFuture' } : null,
    },
  ],
})
