import { formatPercent } from '../../reading/format.ts'
import { readRatio, saysNoneArose } from '../../reading/ratio.ts'
import { type Field, type FieldReading, type FieldRules, type Given, ruled } from '../field.ts'
import { says } from '../say.ts'

/** A percentage as it is counted: so many of so many. 0 of 0 is «không phát sinh». */
export interface Ratio {
  readonly numerator: number
  readonly denominator: number
}

/** Counts of people, files, documents: far below 2^53, and refused above. */
const largest = BigInt(Number.MAX_SAFE_INTEGER)

export function ratio<const R extends FieldRules<Ratio>>(rules?: R): Field<Given<Ratio, R>> {
  return ruled<Ratio, R>(rules, {
    kind: 'ratio',
    read: (typed, env): FieldReading<Ratio> => {
      if (says(typed, 'nothing', env) || saysNoneArose(typed))
        return { ok: true, value: { numerator: 0, denominator: 0 }, literal: false }
      const reading = readRatio(typed)
      if (reading.ok) {
        if (reading.value.denominator > largest)
          return { ok: false, kind: 'invalid', why: 'tooLong', detail: { max: 15, length: 16 } }
        return { ...reading, value: plain(reading.value) }
      }
      if (reading.kind === 'ask') return { ...reading, candidates: reading.candidates.map(plain) }
      return reading
    },
    show: (value, env) =>
      value.denominator === 0
        ? env.t('conversation.nothingToMeasure')
        : `${value.numerator}/${value.denominator} (${formatPercent(BigInt(value.numerator), BigInt(value.denominator))})`,
  })
}

function plain(share: { numerator: bigint; denominator: bigint }): Ratio {
  return { numerator: Number(share.numerator), denominator: Number(share.denominator) }
}
