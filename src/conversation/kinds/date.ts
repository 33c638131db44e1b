import { readDate } from '../../reading/date.ts'
import { formatDate } from '../../reading/format.ts'
import { type Field, type FieldRules, type Given, ruled } from '../field.ts'

/** A calendar day, stored 'YYYY-MM-DD'. A bare «30/9» belongs to the year of the day on which it is typed. */
export function date<const R extends FieldRules<string>>(rules?: R): Field<Given<string, R>> {
  return ruled<string, R>(rules, {
    kind: 'date',
    read: (typed, env) => readDate(typed, { today: env.today, campaignYear: env.today.year }),
    show: value => formatDate(value),
  })
}
