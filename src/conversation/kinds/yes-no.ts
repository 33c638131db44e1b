import { readYesNo } from '../../reading/yes-no.ts'
import { type Field, type FieldRules, type Given, ruled } from '../field.ts'

/** Yes or no; asked as 1 and 2, read in words too. */
export function yesNo<const R extends FieldRules<boolean>>(rules?: R): Field<Given<boolean, R>> {
  return ruled<boolean, R>(rules, {
    kind: 'yesNo',
    options: env => [env.t('conversation.yes'), env.t('conversation.no')],
    read: typed => {
      const number = typed.trim()
      if (number === '1' || number === '2') return { ok: true, value: number === '1', literal: true }
      return readYesNo(typed)
    },
    show: (value, env) => env.t(value ? 'conversation.yes' : 'conversation.no'),
  })
}
