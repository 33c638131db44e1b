import type { Token } from '../tokens.ts'
import type { Day } from './day.ts'
import { type Found, isYear } from './year.ts'

type Said = Extract<Day, { is: 'day' }> | { readonly is: 'incomplete' | 'range' | 'garbled' }

const SEPARATOR = /^[/\\\-–—−‑⁄∕.]$/

/** Reads figures with the signs of a date between them at a token: 15/3, 15-03-2024, 15.3.2024, 2024-03-15, 15/3 2024, 15-20/3. */
export function dayFiguresAt(tokens: readonly Token[], at: number): Found<Said> | undefined {
  if (tokens[at]?.kind !== 'number') return undefined
  let joined = tokens[at]?.text ?? ''
  let length = 1
  let isSpaced = false
  for (;;) {
    const [sign, next] = [tokens[at + length], tokens[at + length + 1]]
    if (next?.kind !== 'number' || !SEPARATOR.test(sign?.text ?? '')) break
    // «đến 30/9 – 85 hồ sơ», «30/9-85»: behind a day a dash goes on only to another day.
    if (isDash(sign) && !(sign?.glued && next.glued)) break
    if (isDash(sign) && joined.includes('/') && !isSlash(tokens[at + length + 2])) break
    const isApart = sign?.text === '.' && !(sign.glued && next.glued)
    if (isApart && !/^\d{1,2}(?:\.\d{1,2})?$/.test(joined)) break
    isSpaced ||= isApart
    joined += plainSign(sign?.text ?? '') + next.text
    length += 2
  }
  // «câu 5. 6 hồ sơ»; «20. 3. 2024» is a day all the same.
  if (isSpaced && !/^\d{1,2}\.\d{1,2}\.\d{4}$/.test(joined)) return undefined
  const [second, third] = [tokens[at + 1], tokens[at + 2]]
  if (/^(?:[012]?\d|3[01])\/(?:0?[1-9]|1[0-2])$/.test(joined) && isYear(tokens[at + length]))
    return { value: meaningOf(`${joined} ${tokens[at + length]?.text}`), length: length + 1 }
  if (/^\d{1,2}$/.test(joined) && /^\d{1,2}$/.test(second?.text ?? '') && isYear(third) && !second?.glued)
    return { value: meaningOf(`${joined} ${second?.text} ${third?.text}`), length: 3 }
  const isOne = length === 1 && !/^\d{1,2}\.\d{1,2}\.\d{2,4}$/.test(joined)
  const value = isOne ? undefined : meaningOf(joined)
  return value && { value, length }
}

/** What a figure that stands alone says of a day: 15.3, 15032024; «5», «2024» are a part of one. */
export function dayFigureAlone(figure: string): Said {
  return meaningOf(figure)
}

const isSlash = (sign: Token | undefined): boolean => /^[/\\⁄∕]$/.test(sign?.text ?? '')
const isDash = (sign: Token | undefined): boolean => /^[-–—−‑]$/.test(sign?.text ?? '')

function plainSign(sign: string): string {
  if (sign === '.') return '.'
  return /[/\\⁄∕]/.test(sign) ? '/' : '-'
}

function meaningOf(joined: string): Said {
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
  if (/^\d{1,2}(\/(0?[1-9]|1[0-2])(\/\d{2,4})?)?-\d{1,2}\/(0?[1-9]|1[0-2])(\/\d{2,4})?$/.test(joined))
    return { is: 'range' }
  return { is: 'garbled' }
}

function date(day: string, month: string, year: string | undefined, literal: boolean): Said {
  const base = { is: 'day', day: Number(day), month: Number(month), literal } as const
  if (year === undefined) return base
  return { ...base, year: { value: year.length === 2 ? 2000 + Number(year) : Number(year) } }
}

/** Eight digits are a date when only one of ddmmyyyy and yyyymmdd is one of this century or the last. */
function compact(joined: string): Said {
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
