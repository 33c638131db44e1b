import { readYesNo } from '../../reading/yes-no.ts'
import { type Field, type FieldEnv, type FieldRules, type Given, ruled } from '../field.ts'

interface YesNoRules extends FieldRules<boolean> {
  /** The two answers have words of their own: `options.yes` and `options.no` of the field. */
  hasOwnWords?: boolean
}

/** Yes or no; asked as 1 and 2, read in words too. */
export function yesNo<const R extends YesNoRules>(rules?: R): Field<Given<boolean, R>> {
  const word = (value: boolean, env: FieldEnv) => {
    const key = value ? 'yes' : 'no'
    return env.t(rules?.hasOwnWords ? `${env.texts}.options.${key}` : `conversation.${key}`)
  }
  return ruled<boolean, R>(rules, {
    kind: 'yesNo',
    options: env => [word(true, env), word(false, env)],
    read: typed => readYesNo(typed),
    show: word,
  })
}
