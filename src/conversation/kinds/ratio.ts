import { formatPercent } from '../../reading/format.ts'
import { readRatio } from '../../reading/ratio.ts'
import { type Field, type FieldRules, type Given, ruled } from '../field.ts'

/** A percentage as it is counted: so many of so many. 0 of 0 is «không phát sinh». */
export interface Ratio {
  readonly numerator: number
  readonly denominator: number
}

export function ratio<const R extends FieldRules<Ratio>>(rules?: R): Field<Given<Ratio, R>> {
  return ruled<Ratio, R>(rules, {
    kind: 'ratio',
    read: typed => readRatio(typed),
    show: (value, env) =>
      value.denominator === 0
        ? env.t('conversation.nothingToMeasure')
        : `${value.numerator}/${value.denominator} (${formatPercent(BigInt(value.numerator), BigInt(value.denominator))})`,
  })
}
