import { defineForm } from '../../conversation/form.ts'
import { files } from '../../conversation/kinds/files.ts'
import { items } from './items-field.ts'

/** The items of a list, and what shows it, if anything. */
export const listForm = defineForm({
  id: 'list',
  version: 1,
  texts: 'list.form',
  fields: { items: items(), evidence: files({ optional: true, isAside: true }) },
})
