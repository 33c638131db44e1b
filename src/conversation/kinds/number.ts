import { formatMoney, formatNumber } from '../../reading/format.ts'
import { readMoney } from '../../reading/money.ts'
import { readInteger } from '../../reading/number.ts'
import { type Field, type FieldRules, type Given, type Params, ruled } from '../field.ts'

interface NumberRules extends FieldRules<number> {
  min?: number
  max?: number
  /** What is counted, in the words of the question: a figure of something else is asked about. */
  counts?: (params: Params) => string
}

/** A whole number. */
export function integer<const R extends NumberRules>(rules?: R): Field<Given<number, R>> {
  const bounds = { min: rules?.min ?? 0, max: rules?.max ?? Number.MAX_SAFE_INTEGER }
  return ruled<number, R>(rules, {
    kind: 'number',
    read: (typed, env) =>
      readInteger(typed, { ...bounds, year: env.today.year, counts: rules?.counts?.(env.params) ?? '' }),
    show: value => formatNumber(value),
  })
}

/** An amount in whole đồng. */
export function money<const R extends FieldRules<bigint>>(rules?: R): Field<Given<bigint, R>> {
  return ruled<bigint, R>(rules, {
    kind: 'money',
    read: (typed, env) => readMoney(typed, { year: env.today.year }),
    show: value => formatMoney(value),
    encode: value => String(value),
    decode: stored => BigInt(String(stored)),
  })
}
