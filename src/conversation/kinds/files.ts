import type { FileAnswer } from '../draft.ts'
import { type Field, type FieldRules, type Given, ruled } from '../field.ts'

/** Files sent one after another; «xong» ends the question. The files themselves come through the step, not as text. */
export function files<const R extends FieldRules<FileAnswer[]>>(rules?: R): Field<Given<FileAnswer[], R>> {
  return ruled<FileAnswer[], R>(rules, {
    kind: 'files',
    read: () => ({ ok: false, kind: 'invalid', why: 'needsFile' }),
    show: (value, env) => (value.length === 0 ? env.t('conversation.none') : value.map(file => file.name).join(', ')),
  })
}
