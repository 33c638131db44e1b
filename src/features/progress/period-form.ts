import { periodName } from '../../campaign/period-name.ts'
import { justBefore, spanOf } from '../../campaign/report-period.ts'
import type { Field, FieldEnv, FieldReading, Params } from '../../conversation/field.ts'
import { ruled } from '../../conversation/field.ts'
import { defineForm } from '../../conversation/form.ts'
import { readChoice } from '../../reading/choice.ts'
import { neighbourIn } from '../../reading/neighbour-period.ts'
import { readPeriod } from '../../reading/period.ts'
import { ask } from '../../reading/result.ts'

/** A period that may be meant, with what is said of it. */
export interface PeriodOption {
  code: string
  label: string
}

/** Which period a report is for, where more than one may be meant: a number, or any period in words. */
export const periodForm = defineForm({
  id: 'progress.period',
  version: 1,
  texts: 'progress.period',
  fields: { period: period() },
})

function period(): Field<string> {
  return ruled<string, Record<never, never>>(undefined, {
    kind: 'choice',
    options: ({ params }: FieldEnv) => optionsIn(params).map(option => option.label),
    read: (typed: string, env: FieldEnv): FieldReading<string> => {
      const options = optionsIn(env.params)
      const before = neighbourIn(typed) === 'before' ? beforeToday(options, env.today) : null
      if (before !== null) return meant({ ok: true, value: before, literal: false }, options, env.params)
      const named = readPeriod(typed, { today: env.today })
      if (named.ok) return meant(named, options, env.params)
      if (named.kind === 'ask')
        return { ...named, candidates: named.candidates.filter(code => isWithin(code, env.params)) }
      const chosen = readChoice(typed, options)
      const codes = options.map(option => option.code)
      if (chosen.ok) return { ...chosen, value: codes[chosen.value] ?? '' }
      if (chosen.kind === 'ask') return { ...chosen, candidates: chosen.candidates.flatMap(at => codes[at] ?? []) }
      return chosen
    },
    show: (code: string, { t }: FieldEnv) => periodName(code, t),
  })
}

/** «Kỳ trước», by the rhythm of the periods that are offered. */
function beforeToday(options: readonly PeriodOption[], { year, month }: FieldEnv['today']): string | null {
  const isMonthly = options.some(({ code }) => /-\d\d$/.test(code))
  return justBefore(isMonthly ? `${year}-${String(month).padStart(2, '0')}` : `${year}-Q${Math.ceil(month / 3)}`)
}

/** A named period that ends with one that is owed («quý IV», «năm») may be either. */
function meant(
  named: { ok: true; value: string; literal: boolean },
  options: readonly PeriodOption[],
  params: Params,
): FieldReading<string> {
  if (!isWithin(named.value, params)) return { ok: false, kind: 'invalid', why: 'notOneOf' }
  const codes = options.map(option => option.code)
  if (codes.includes(named.value)) return named
  const end = spanOf(named.value)?.to
  const twins = codes.filter(code => spanOf(code)?.to === end)
  return twins.length > 0 ? ask('twoReadings', [...twins, named.value]) : named
}

function isWithin(code: string, { startsOn, endsOn }: Params): boolean {
  const span = spanOf(code)
  return span !== null && span.to >= String(startsOn) && span.to <= String(endsOn)
}

function optionsIn({ options }: Params): PeriodOption[] {
  if (!Array.isArray(options)) return []
  return options.flatMap(option =>
    typeof option === 'object' && option !== null && 'code' in option && 'label' in option
      ? [{ code: String(option.code), label: String(option.label) }]
      : [],
  )
}
