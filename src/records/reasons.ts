import { reasonLength } from '../contract/reason.ts'
import type { Params } from '../conversation/field.ts'
import { defineForm } from '../conversation/form.ts'
import { multiChoiceOf } from '../conversation/kinds/choice.ts'
import { longText } from '../conversation/kinds/text.ts'

/** The questions of the record that is decided upon, as they are numbered in it. */
function questions(params: Params): readonly { code: string; label: string }[] {
  const list = Array.isArray(params.questions) ? params.questions : []
  return list.flatMap(one => {
    const { code, label } = one as { code?: unknown; label?: unknown }
    return typeof code === 'string' && typeof label === 'string' ? [{ code, label }] : []
  })
}

/** Why a decision was taken back, or something else that needs a sentence. */
export const reasonForm = defineForm({
  id: 'record.reason',
  version: 1,
  texts: 'records.reason',
  fields: { reason: longText(reasonLength) },
})

/** What must be corrected, and why: a return without a reason helps nobody, one that names the questions helps most. */
export const returnForm = defineForm({
  id: 'record.return',
  version: 1,
  texts: 'records.return',
  fields: { questions: multiChoiceOf(questions, { optional: true }), reason: longText(reasonLength) },
})
