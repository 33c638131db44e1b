import { z } from 'zod'
import type { Answers, Params } from '../../conversation/field.ts'
import { defineForm } from '../../conversation/form.ts'
import { date } from '../../conversation/kinds/date.ts'
import { files } from '../../conversation/kinds/files.ts'
import { longText, text } from '../../conversation/kinds/text.ts'
import { unit } from '../../conversation/kinds/unit.ts'

const paramsSchema = z.object({ units: z.array(z.object({ code: z.string(), label: z.string() })).default([]) })

/** The units that may be checked. */
export function unitsIn(params: Params): { code: string; label: string }[] {
  return paramsSchema.parse(params).units
}

const isResult = (_: Answers, { part }: Params) => part === 'result'
const hasFindings = (answers: Answers, params: Params) => isResult(answers, params) && isSaid(answers.findings)

function isSaid(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}

/**
 * A check of a unit (plan II.3, S05; §9.7) in two parts: as it is planned (DOC07), and what came of it (DOC08), with what must be put
 * right and by when. The second part is asked once the check was announced.
 */
export const checkForm = defineForm({
  id: 'check',
  version: 1,
  texts: 'check.form',
  fields: {
    concerns: unit(unitsIn),
    content: text({ min: 3, max: 300 }),
    plannedOn: date(),
    team: text({ max: 300, optional: true }),
    basis: text({ max: 300, optional: true }),
    files: files({ optional: true }),
    heldOn: date({ when: isResult }),
    result: longText({ min: 5, max: 5_000, when: isResult }),
    findings: longText({ min: 5, max: 5_000, optional: true, when: isResult }),
    remedyBy: date({ when: hasFindings }),
    minutes: files({ optional: true, when: isResult }),
  },
  checks: [
    {
      field: 'heldOn',
      problem: ({ heldOn }, { today }) =>
        isSaid(heldOn) && typeof today === 'string' && heldOn > today ? { name: 'inFuture' } : null,
    },
    {
      field: 'remedyBy',
      problem: ({ heldOn, remedyBy }) =>
        isSaid(heldOn) && isSaid(remedyBy) && remedyBy <= heldOn ? { name: 'tooEarly' } : null,
    },
  ],
})
