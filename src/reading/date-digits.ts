import type { Token } from './tokens.ts'

/** A date in digits as written; the year may be missing. Or what else digits in a date field may be. */
export type DateDigits =
  | {
      readonly is: 'date'
      readonly day: number
      readonly month: number
      readonly year?: number
      readonly literal: boolean
    }
  | { readonly is: 'range' | 'incomplete' | 'garbled' }

/** Reads the run of numbers and date separators at a token: 15/3, 15-03-2024, 15.3.24, 2024-03-15, 15032024. */
export function readDateDigits(
  tokens: readonly Token[],
  at: number,
): { meaning: DateDigits; length: number } | undefined {
  if (tokens[at]?.kind !== 'number') return undefined
  let joined = ''
  let length = 0
  for (;;) {
    const token = tokens[at + length]
    if (token === undefined) break
    const separates = /^[/\-–.]$/.test(token.text)
    if (token.kind !== 'number' && !(separates && (tokens[at + length + 1]?.kind === 'number' || token.glued))) break
    const apart = token.kind === 'number' && /\d$/.test(joined) ? ' ' : ''
    joined += apart + token.text.replace('–', '-')
    length += 1
  }
  return { meaning: meaningOf(joined), length }
}

function meaningOf(joined: string): DateDigits {
  const dayFirst =
    /^(\d{1,2})([-/.]| )(\d{1,2})\2(\d{4}|\d{2})$/.exec(joined) ?? /^(\d{1,2})([/])(\d{1,2}) (\d{4})$/.exec(joined)
  if (dayFirst !== null) {
    const [, day = '', separator = '', month = '', year = ''] = dayFirst
    if (separator === ' ' && year.length < 4) return { is: 'garbled' }
    return date(day, month, year, separator !== ' ' && year.length === 4)
  }
  const yearFirst = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(joined)
  if (yearFirst !== null) return date(yearFirst[4] ?? '', yearFirst[3] ?? '', yearFirst[1] ?? '', true)
  const short = /^(\d{1,2})[-/.](\d{1,2})$/.exec(joined)
  if (short !== null) return date(short[1] ?? '', short[2] ?? '', undefined, true)
  if (/^\d{8}$/.test(joined)) return compact(joined)
  if (/^(\d{1,2}|\d{4}|\d{1,2}[-/.]\d{4})$/.test(joined)) return { is: 'incomplete' }
  if (/^\d{1,2}(\/\d{1,2}(\/\d{2,4})?)?-\d{1,2}\/\d{1,2}(\/\d{2,4})?$/.test(joined)) return { is: 'range' }
  return { is: 'garbled' }
}

function date(day: string, month: string, year: string | undefined, literal: boolean): DateDigits {
  const base = { is: 'date', day: Number(day), month: Number(month), literal } as const
  if (year === undefined) return base
  return { ...base, year: year.length === 2 ? 2000 + Number(year) : Number(year) }
}

/** Eight digits are a date when only one of ddmmyyyy and yyyymmdd is one of this century or the last. */
function compact(joined: string): DateDigits {
  const readings = [
    [joined.slice(0, 2), joined.slice(2, 4), joined.slice(4)],
    [joined.slice(6), joined.slice(4, 6), joined.slice(0, 4)],
  ] as const
  const plausible = readings.filter(
    ([day, month, year]) =>
      Number(day) <= 31 && Number(month) <= 12 && /^(19|20)/.test(year) && day > '00' && month > '00',
  )
  const [only] = plausible
  return only !== undefined && plausible.length === 1 ? date(only[0], only[1], only[2], false) : { is: 'garbled' }
}
