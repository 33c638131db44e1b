import { defineForm } from '../../conversation/form.ts'
import { longText } from '../../conversation/kinds/text.ts'

/** Why it is slow, and what will be done until when. */
export const explanationForm = defineForm({
  id: 'forecast.explain',
  version: 1,
  texts: 'forecast.form',
  fields: { cause: longText({ min: 5, max: 2_000 }), remedy: longText({ min: 5, max: 2_000 }) },
})
