import type { Params } from '../../conversation/field.ts'
import { defineForm } from '../../conversation/form.ts'
import { choice, multiChoiceOf } from '../../conversation/kinds/choice.ts'
import { longText } from '../../conversation/kinds/text.ts'

/** Targets as they stand for the unit when the form is started. */
function found({ targets }: Params): { code: string; label: string }[] {
  if (!Array.isArray(targets)) return []
  return targets.flatMap(one => {
    const { code, label } = one as { code?: unknown; label?: unknown }
    return typeof code === 'string' && typeof label === 'string' ? [{ code, label }] : []
  })
}

/** Which targets, whether they apply to the unit, why. */
export const proposalForm = defineForm({
  id: 'applicability',
  version: 1,
  texts: 'applicability.form',
  fields: {
    targets: multiChoiceOf(found),
    state: choice(['APPLIES', 'NOT_APPLICABLE']),
    reason: longText({ min: 5, max: 2_000 }),
  },
})
