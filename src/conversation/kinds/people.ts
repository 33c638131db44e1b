import { formatPercent } from '../../reading/format.ts'
import { readName } from '../../reading/name.ts'
import { type NamedShare, readPeople } from '../../reading/people.ts'
import { type Field, type FieldRules, type Given, ruled } from '../field.ts'

/** The full name of one person. */
export function fullName<const R extends FieldRules<string>>(rules?: R): Field<Given<string, R>> {
  return ruled<string, R>(rules, { kind: 'name', read: typed => readName(typed), show: value => value })
}

/** Several people with their shares of a work, in whole percent. */
export function people<const R extends FieldRules<NamedShare[]>>(rules?: R): Field<Given<NamedShare[], R>> {
  return ruled<NamedShare[], R>(rules, {
    kind: 'people',
    read: typed => readPeople(typed),
    show: value =>
      value.map(({ name, share }) => (share === undefined ? name : `${name} ${percentOf(share)}`)).join(', '),
    encode: value =>
      value.map(({ name, share }) =>
        share === undefined ? { name } : { name, share: `${share.numerator}/${share.denominator}` },
      ),
    decode: stored => (stored as readonly { name: string; share?: string }[]).map(fromStored),
  })
}

function percentOf(share: NonNullable<NamedShare['share']>): string {
  return formatPercent(share.numerator, share.denominator)
}

function fromStored({ name, share }: { name: string; share?: string }): NamedShare {
  const [numerator, denominator] = share?.split('/') ?? []
  return numerator === undefined || denominator === undefined
    ? { name }
    : { name, share: { numerator: BigInt(numerator), denominator: BigInt(denominator) } }
}
