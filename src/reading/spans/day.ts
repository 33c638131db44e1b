import { Lexicon } from '../lexicon.ts'
import { decimal, onlyWhole } from '../numerals/decimal.ts'
import { ONES, readCoefficient } from '../numerals/words.ts'
import type { Token } from '../tokens.ts'
import { dayFiguresAt } from './day-figures.ts'
import { DAY_WORDS } from './day-words.ts'
import { ENGLISH_MONTHS, MONTHS, periodAt } from './period.ts'
import { type Found, isYear, type Year, yearAt, yearBehind } from './year.ts'

/** A day as said, without the day on which it was said. */
export type Day =
  | {
      readonly is: 'day'
      readonly day: number
      readonly month: number
      readonly year?: Year
      readonly literal: boolean
    }
  | { readonly is: 'offset'; readonly days: number }
  /** `isNext`: «thứ hai tới»; `isThis`: «chủ nhật này»; `isLast`: «thứ hai vừa rồi». */
  | {
      readonly is: 'weekday'
      readonly weekday: number
      readonly isNext?: true
      readonly isThis?: true
      readonly isLast?: true
    }
  /** «ngày 5 tháng sau» */
  | { readonly is: 'ofMonth'; readonly day: number; readonly by: number }
  | { readonly is: 'noWeekday' }
  | { readonly is: 'week'; readonly offset: number }
  /** The last day; without `number` that of the present month or quarter, moved by `offset`. */
  | {
      readonly is: 'end'
      readonly of: 'month' | 'quarter' | 'year'
      readonly number?: number
      readonly year?: Year
      readonly offset?: number
    }
  /** A part of a day only, or a stretch of days. */
  | { readonly is: 'incomplete' | 'range' | 'garbled' | 'lunar' }

type Said = Found<Day> | undefined

const DAY = new Lexicon([[true, 'ngày|ng|ngày mùng|ngày mồng|hôm']])
const SOLAR = new Lexicon([[true, 'mùng|mồng|ngày mùng|ngày mồng']])
const MONTH = new Lexicon([[true, 'tháng|thg|th']])
const OTHER_MONTH = new Lexicon<0 | 1 | -1>([
  [0, 'tháng này'],
  [1, 'tháng sau|tháng tới'],
  [-1, 'tháng trước|tháng rồi|tháng vừa rồi|tháng vừa qua'],
])
const AHEAD = new Lexicon<1 | -1 | 7 | -7>([
  [1, 'ngày nữa|hôm nữa'],
  [-1, 'ngày trước|hôm trước'],
  [7, 'tuần nữa'],
  [-7, 'tuần trước'],
])
const AGO = new Lexicon([[true, 'cách đây|cách nay']])

/** Reads a day at a token, or undefined when none is said there. */
export function dayAt(tokens: readonly Token[], at: number): Said {
  return englishFirst(tokens, at) ?? dayOfMonth(tokens, at) ?? daysAway(tokens, at) ?? word(tokens, at)
}

/** «[ngày] 5 tháng 2 [năm 2024]», «mùng 5/2», «31t8», «15-thg 3-24», «31-Aug-24», «15/3»; a bare «ngày 5» is incomplete. */
function dayOfMonth(tokens: readonly Token[], at: number): Said {
  const solar = SOLAR.find(tokens, at)
  const lead = solar?.length ?? DAY.find(tokens, at)?.length ?? 0
  const figures = dayFiguresAt(tokens, at + lead)
  if (figures !== undefined) {
    const { value: said } = figures
    const length = lead + figures.length
    // «mùng» are the first ten.
    if (said.is !== 'day') return { value: said, length }
    if (solar && said.day > 10) return { value: { is: 'lunar' }, length }
    const year = said.year || said.month > 12 ? undefined : yearAt(tokens, at + length, false)
    return year ? { value: { ...said, year: year.value }, length: length + year.length } : { value: said, length }
  }
  const spoken = twoFigures(tokens, at + lead) ?? readCoefficient(tokens, at + lead)
  // «mùng 5 640 triệu»: a day is one figure.
  const day = spoken?.inWords === false ? readCoefficient(tokens.slice(at + lead, at + lead + 1), 0) : spoken
  const value = onlyWhole(day?.values)
  if (day === undefined || value === undefined || value > 99n) return undefined
  const after = at + lead + day.length
  const other = OTHER_MONTH.find(tokens, after)
  // «tu thang 3», «sau thang 6»: from and after.
  if (lead === 0 && /^(?:tu|sau)$/.test(tokens[at]?.text ?? '') && tokens[after]?.folded === 'thang') return undefined
  // «ba tháng sau» is how long, and no June.
  if (other !== undefined && lead === 0 && tokens[at]?.kind !== 'number') return undefined
  if (other !== undefined) {
    // «thang sau» may be next month or June.
    const isOpen = other.meaning === 1 && tokens[after]?.text === 'thang' && tokens[after + 1]?.text === 'sau'
    const said: Day = isOpen ? { is: 'incomplete' } : { is: 'ofMonth', day: Number(value), by: other.meaning }
    return { value: said, length: after + other.length - at }
  }
  const month = monthAt(tokens, after)
  if (month === undefined) {
    if (lead === 0 || SLASH.test(tokens[after]?.text ?? '') || tokens[at]?.folded === 'hom') return undefined
    if (AHEAD.find(tokens, after - day.length - 1) !== undefined) return undefined
    return { value: { is: 'incomplete' }, length: after - at }
  }
  if (solar && value > 10n) return { value: { is: 'lunar' }, length: after + month.length - at }
  const year = yearBehind(tokens, after + month.length)
  const literal = !day.inWords && lead > 0
  const said = {
    is: 'day',
    day: Number(value),
    month: month.value,
    literal,
    ...(year && { year: year.value }),
  } as const
  return { value: said, length: after + month.length + (year?.length ?? 0) - at }
}

/** «hai chín tháng hai»: the figures of a day, one by one. */
function twoFigures(tokens: readonly Token[], at: number): ReturnType<typeof readCoefficient> {
  const [tens, ones] = [ONES.find(tokens, at)?.meaning, ONES.find(tokens, at + 1)]
  const isDay = (tens === 2 || (tens === 3 && ones?.meaning === 1)) && ones?.length === 1 && MONTH.find(tokens, at + 2)
  const first = isDay ? readCoefficient(tokens, at) : undefined
  const value = (tens ?? 0) * 10 + (ones?.meaning ?? 0)
  return first && { ...first, values: [decimal(value)], inWords: true, literal: false, length: 2 }
}

const SLASH = /^[/\\\-–⁄∕]$/

/** «tháng 2», «-thg 3», «t8» and «-Aug» behind a day. */
function monthAt(tokens: readonly Token[], from: number): Found<number> | undefined {
  const dash = /^[-–]$/.test(tokens[from]?.text ?? '') ? 1 : 0
  const at = from + dash
  const english = ENGLISH_MONTHS.find(tokens, at)
  if (english !== undefined) return { value: english.meaning, length: dash + english.length }
  const isShort = tokens[at]?.text === 't' && tokens[at]?.glued === true && tokens[at + 1]?.glued === true
  if (!isShort && MONTH.find(tokens, at) === undefined) return undefined
  const named = MONTHS.find(tokens, at + 1)
  const figure = /^\d{1,2}$/.test(tokens[at + 1]?.text ?? '') ? Number(tokens[at + 1]?.text) : undefined
  // «8 tháng 17/20»: eight months and a share.
  if (figure !== undefined && figure > 12 && SLASH.test(tokens[at + 2]?.text ?? '')) return undefined
  if (figure !== undefined) return { value: figure, length: dash + 2 }
  return named && { value: named.meaning, length: dash + 1 + named.length }
}

/** «March 15, 2024», as Excel and Word write it. */
function englishFirst(tokens: readonly Token[], at: number): Said {
  const month = ENGLISH_MONTHS.find(tokens, at)
  const day = month && tokens[at + month.length]
  if (month === undefined || !/^\d{1,2}$/.test(day?.text ?? '') || day?.glued) return undefined
  const year = yearBehind(tokens, at + month.length + 1)
  if (year === undefined) return undefined
  const said = { is: 'day', day: Number(day?.text), month: month.meaning, year: year.value, literal: false } as const
  return { value: said, length: month.length + 1 + year.length }
}

/** «3 ngày nữa», «hai tuần nữa», «cách đây 3 ngày» */
function daysAway(tokens: readonly Token[], at: number): Said {
  const said = AGO.find(tokens, at)?.length ?? 0
  const ago = said > 0 && /^(?:đúng|dung)$/.test(tokens[at + said]?.text ?? '') ? said + 1 : said
  const count = readCoefficient(tokens, at + ago)
  const value = onlyWhole(count?.values)
  if (count === undefined || value === undefined || value > 366n) return undefined
  const behind = at + ago + count.length
  if (ago > 0) {
    const isDays = /^(?:ngay|hom)$/.test(tokens[behind]?.folded ?? '')
    return isDays ? { value: { is: 'offset', days: -Number(value) }, length: behind + 1 - at } : undefined
  }
  const ahead = AHEAD.find(tokens, behind)
  return ahead && { value: { is: 'offset', days: ahead.meaning * Number(value) }, length: behind + ahead.length - at }
}

const isNamedYear = (tokens: readonly Token[], at: number): boolean =>
  tokens[at - 1]?.folded === 'sang' && tokens[at]?.folded === 'nam' && isYear(tokens[at + 1])

/** «hôm nay», «thứ Sáu», «tuần sau», «cuối quý III/2024», «đầu tháng 4». */
function word(tokens: readonly Token[], at: number): Said {
  const found = DAY_WORDS.find(tokens, at)
  // Without accents «mot» is one; «sang năm 2023» names its year.
  if (found === undefined || tokens[at]?.text === 'mot' || isNamedYear(tokens, at + found.length - 1)) return undefined
  const { meaning, length } = found
  // «cuoi thang sau»: at the end of the next month, or of June.
  if (
    meaning.is === 'end' &&
    meaning.offset === 1 &&
    tokens[at + length - 2]?.text === 'thang' &&
    tokens[at + length - 1]?.text === 'sau'
  )
    return { value: { is: 'incomplete' }, length }
  if (meaning.is === 'weekday' && tokens[at + length]?.folded === 'nay' && tokens[at + length]?.text !== 'nảy')
    return { value: { ...meaning, isThis: true }, length: length + 1 }
  if (
    meaning.is === 'weekday' &&
    /^vừa (?:rồi|qua)$/.test(`${tokens[at + length]?.text} ${tokens[at + length + 1]?.text}`)
  )
    return { value: { ...meaning, isLast: true }, length: length + 2 }
  if (meaning.is === 'weekday' && /^(?:toi|sap toi)$/.test(tokens[at + length]?.folded ?? ''))
    return { value: { ...meaning, isNext: true }, length: length + 1 }
  if (meaning.is !== 'end' || meaning.offset !== undefined) return { value: meaning, length }
  if (meaning.of === 'year') {
    const year = yearAt(tokens, at + length - 1, false) ?? yearBehind(tokens, at + length)
    const isWord = year !== undefined && yearAt(tokens, at + length - 1, false) !== undefined
    return {
      value: { ...meaning, ...(year && { year: year.value }) },
      length: length + (year?.length ?? 0) - (isWord ? 1 : 0),
    }
  }
  const named = periodAt(tokens, at + length - 1)
  if (named === undefined || named.value.is !== meaning.of) return { value: meaning, length }
  const { number, year } = named.value
  return { value: { ...meaning, number, ...(year && { year }) }, length: length - 1 + named.length }
}
