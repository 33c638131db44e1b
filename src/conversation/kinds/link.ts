import { readLink } from '../../reading/link.ts'
import { type Field, type FieldRules, type Given, ruled } from '../field.ts'

/** A web address. */
export function link<const R extends FieldRules<string>>(rules?: R): Field<Given<string, R>> {
  return ruled<string, R>(rules, { kind: 'link', read: typed => readLink(typed), show: value => value })
}
