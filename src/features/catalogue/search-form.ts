import { defineForm } from '../../conversation/form.ts'
import { text } from '../../conversation/kinds/text.ts'

/** The words by which the catalogue is searched. */
export const searchForm = defineForm({
  id: 'models.search',
  version: 1,
  texts: 'models.search',
  fields: { words: text({ min: 2, max: 120 }) },
})
