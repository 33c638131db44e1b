import { readDate } from '../../reading/date.ts'
import { formatDate } from '../../reading/format.ts'
import { type Field, type FieldRules, type Given, ruled } from '../field.ts'

/** A calendar day, stored 'YYYY-MM-DD'. */
export function date<const R extends FieldRules<string>>(rules?: R): Field<Given<string, R>> {
  return ruled<string, R>(rules, {
    kind: 'date',
    read: (typed, env) => readDate(typed, { today: env.today, campaignYear: env.year }),
    show: value => formatDate(value),
  })
}
