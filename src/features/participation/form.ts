import { z } from 'zod'
import type { Answers, Params } from '../../conversation/field.ts'
import { defineForm } from '../../conversation/form.ts'
import { choiceOf } from '../../conversation/kinds/choice.ts'
import { people } from '../../conversation/kinds/people.ts'
import { longText } from '../../conversation/kinds/text.ts'

/** Stands beside the kinds of people of the plan. */
export const collective = 'COLLECTIVE'

const paramsSchema = z.object({ kinds: z.array(z.object({ code: z.string(), label: z.string() })).default([]) })

/** The kinds of participants that may be chosen from. */
export function kindsIn(params: Params): { code: string; label: string }[] {
  return paramsSchema.parse(params).kinds
}

/**
 * Who of a unit takes part (plan II.1, §9.3; DOC02): collectives, or people of one kind. One form takes as many as the unit wants to
 * withdraw or correct together.
 */
export const participationForm = defineForm({
  id: 'participation',
  version: 1,
  texts: 'participation.form',
  fields: {
    kind: choiceOf(kindsIn),
    collectives: longText({ max: 5_000, when: ({ kind }) => kind === collective }),
    people: people({ when: ({ kind }) => typeof kind === 'string' && kind !== collective }),
  },
})

/** The participants that were named, each once. */
export function namesIn({ collectives, people: named }: Answers): string[] {
  const lines = typeof collectives === 'string' ? collectives.split(/[\n;]+/).map(line => line.trim()) : []
  const persons = Array.isArray(named) ? named.map(({ name }: { name: string }) => name) : []
  return [...new Set([...lines, ...persons].filter(name => name !== ''))]
}
