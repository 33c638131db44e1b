import { Temporal } from 'temporal-polyfill'
import { withoutCourtesy } from './courtesy.ts'
import { readDateDigits } from './date-digits.ts'
import { concludeDate, type DateContext, type DateFindings } from './date-findings.ts'
import { DATE_WORDS, type DateWord, MONTH_NAMES, QUARTER_NAMES } from './date-words.ts'
import { whole } from './decimal.ts'
import { readCoefficient } from './number-words.ts'
import { readQuantity } from './quantity.ts'
import { invalid, type Reading } from './result.ts'
import { lower, MAX_SHORT_ANSWER, normalise } from './text.ts'
import { type Token, tokenise } from './tokens.ts'

/** Years that an answer may name; outside them the date cannot be held. */
const YEARS = { first: 1900, last: 2100 }
const TIME_OF_DAY = /(?<![\d/.-])\d{1,2}(?:(?:h| ?giờ)(?:\d{2})?|:\d{2})(?![\d/])/gu

/** A calendar day (answers.md, dates). The value is ISO `YYYY-MM-DD`. Day before month; weeks run Monday to Sunday. */
export function readDate(text: string, context: DateContext): Reading<string> {
  if (text.length > MAX_SHORT_ANSWER) return invalid('tooLong')
  const tokens = withoutCourtesy(tokenise(lower(normalise(text)).replace(TIME_OF_DAY, ' ')))
  if (tokens.length === 0) return invalid('empty')
  const found: DateFindings = {
    days: [],
    weekdays: [],
    weeks: [],
    asks: [],
    impossible: false,
    unknown: 0,
    dontKnow: false,
    doubt: false,
    from: false,
    literal: true,
  }
  for (let at = 0; at < tokens.length; ) at += takeAt(tokens, at, context, found)
  return concludeDate(found, context)
}

/** Reads the expression at a token into `found`; gives how many tokens it took. */
function takeAt(tokens: readonly Token[], at: number, context: DateContext, found: DateFindings): number {
  const named = takeDayOfMonth(tokens, at, context, found)
  if (named > 0) return named
  const word = DATE_WORDS.find(tokens, at)
  if (word !== undefined) return takeWord(word.meaning, word.length, tokens, at, context, found)
  const digits = readDateDigits(tokens, at)
  if (digits !== undefined) {
    const { meaning } = digits
    if (meaning.is !== 'date') found.asks.push(meaning.is)
    else {
      const year = meaning.year === undefined ? readYear(tokens, at + digits.length, context) : undefined
      addDay(found, meaning.day, meaning.month, meaning.year ?? year?.value, context)
      if (!meaning.literal) found.literal = false
      return digits.length + (year?.length ?? 0)
    }
    return digits.length
  }
  const sign = tokens[at]
  if (sign?.text === '?') found.doubt = true
  else if (sign !== undefined && /^[-–~→]$/.test(sign.text))
    found.asks.push(...(found.days.length > 0 ? (['range'] as const) : []))
  else if (sign === undefined || !/^[,.:;()!…"“”]$/.test(sign.text)) found.unknown += 1
  return 1
}

/** «[ngày] 5 tháng 2 [năm 2024]», also «3 ngày nữa» and a bare «ngày 5». */
function takeDayOfMonth(tokens: readonly Token[], at: number, context: DateContext, found: DateFindings): number {
  const is = (offset: number) => DATE_WORDS.find(tokens, offset)?.meaning.is
  if (is(at) === 'agoLead') return takeDaysAgo(tokens, at, context, found)
  const lead = is(at) === 'dayWord' ? 1 : 0
  const day = readCoefficient(tokens, at + lead)
  const value = day?.values.length === 1 && day.values[0] !== undefined ? whole(day.values[0]) : undefined
  if (day === undefined || value === undefined) return 0
  const after = at + lead + day.length
  const number = Number(value)
  if (lead === 0 && (is(after) === 'ahead' || is(after) === 'ago') && number <= 366) {
    found.days.push([context.today.add({ days: is(after) === 'ahead' ? number : -number })])
    found.literal = false
    return day.length + 2
  }
  if (is(after) !== 'monthWord') {
    if (lead === 0 || tokens[after]?.text === '/' || tokens[after]?.text === '-') return 0
    if (day.inWords || /^\d{1,2}$/.test(tokens[at + 1]?.text ?? '')) found.asks.push('incomplete')
    else return 0
    return 1 + day.length
  }
  const month = readMonth(tokens, after + 1, context)
  if (month === undefined) return 0
  addDay(found, number, month.month, month.year, context)
  if (lead === 0 || day.inWords) found.literal = false
  return after + 1 + month.length - at
}

/** «cách đây 3 ngày» */
function takeDaysAgo(tokens: readonly Token[], at: number, { today }: DateContext, found: DateFindings): number {
  const count = readCoefficient(tokens, at + 2)
  const value = count?.values.length === 1 && count.values[0] !== undefined ? whole(count.values[0]) : undefined
  const unit = DATE_WORDS.find(tokens, at + 2 + (count?.length ?? 0))?.meaning.is
  if (count === undefined || value === undefined || value > 366n || unit !== 'dayWord') return 0
  found.days.push([today.subtract({ days: Number(value) })])
  found.literal = false
  return 2 + count.length + 1
}

/** The month and its year, if any, after the word «tháng». */
function readMonth(tokens: readonly Token[], at: number, context: DateContext) {
  const named = MONTH_NAMES.find(tokens, at)
  const token = tokens[at]
  const written = token?.kind === 'number' && /^\d{1,2}$/.test(token.text) ? Number(token.text) : undefined
  const month = written ?? named?.meaning
  if (month === undefined) return undefined
  const length = written === undefined ? (named?.length ?? 0) : 1
  const year = readYear(tokens, at + length, context)
  return { month, year: year?.value, length: length + (year?.length ?? 0) }
}

/** «năm 2024», «/2024», «năm ngoái», a year in words. */
function readYear(tokens: readonly Token[], at: number, { today }: DateContext) {
  const word = DATE_WORDS.find(tokens, at)
  if (word?.meaning.is === 'year') return { value: today.year + word.meaning.offset, length: word.length }
  const hasLead = word?.meaning.is === 'yearWord' || /^[/\-.,]$/.test(tokens[at]?.text ?? '')
  const start = hasLead ? at + 1 : at
  const token = tokens[start]
  if (token?.kind === 'number')
    return /^\d{4}$/.test(token.text) ? { value: Number(token.text), length: start + 1 - at } : undefined
  if (word?.meaning.is !== 'yearWord') return undefined
  const spoken = readQuantity(tokens, start)
  const value = spoken?.values.length === 1 && spoken.values[0] !== undefined ? whole(spoken.values[0]) : undefined
  return spoken === undefined || value === undefined
    ? undefined
    : { value: Number(value), length: start + spoken.length - at }
}

function takeWord(
  word: DateWord,
  length: number,
  tokens: readonly Token[],
  at: number,
  context: DateContext,
  found: DateFindings,
): number {
  switch (word.is) {
    case 'day':
      found.days.push([context.today.add({ days: word.offset })])
      found.literal = false
      return length
    case 'weekday':
      found.weekdays.push(word.weekday)
      return length
    case 'noWeekday':
      found.impossible = true
      return length
    case 'week':
      found.weeks.push(word.offset)
      return length
    case 'end':
      found.literal = false
      return length + takeEnd(word, tokens, at + length, context, found)
    case 'lunar':
    case 'bound':
      found.asks.push(word.is)
      return length
    case 'to':
      found.asks.push(found.days.length > 0 ? 'range' : 'bound')
      return length
    case 'or':
      found.asks.push('severalValues')
      return length
    case 'doubt':
    case 'dontKnow':
    case 'from':
      found[word.is] = true
      if (word.is === 'from') found.literal = false
      return length
    case 'approx':
      found.literal = false
      return length
    case 'monthWord':
    case 'quarterWord': {
      found.asks.push('incomplete')
      const lexicon = word.is === 'monthWord' ? MONTH_NAMES : QUARTER_NAMES
      const digits = readDateDigits(tokens, at + length)
      return length + (digits?.length ?? lexicon.find(tokens, at + length)?.length ?? 0)
    }
    case 'vague':
    case 'year':
    case 'yearWord':
    case 'ahead':
    case 'ago':
    case 'agoLead':
      found.asks.push('incomplete')
      return length
    case 'filler':
    case 'dayWord':
      return length
  }
}

/** The last day of a month, quarter or year; what follows the words may name which one. Gives the tokens taken. */
function takeEnd(
  { unit, offset }: Extract<DateWord, { is: 'end' }>,
  tokens: readonly Token[],
  at: number,
  context: DateContext,
  found: DateFindings,
): number {
  const { today } = context
  if (unit === 'year') {
    const year = offset === undefined ? readYear(tokens, at, context) : undefined
    addDay(found, 31, 12, year?.value ?? today.year + (offset ?? 0), context)
    return year?.length ?? 0
  }
  const months = unit === 'month' ? 1 : 3
  const named = offset === undefined ? readPeriod(tokens, at, unit, context) : undefined
  if (named === undefined) {
    const first = today.with({ day: 1 }).add({ months: (offset ?? 0) * months })
    const last = unit === 'month' ? first.month : Math.ceil(first.month / 3) * 3
    const day = new Temporal.PlainDate(first.year, last, 1)
    found.days.push([day.with({ day: day.daysInMonth })])
    return 0
  }
  if (named.number < 1 || named.number > 12 / months) found.impossible = true
  else addDay(found, 'last', named.number * months, named.year, context)
  return named.length
}

function readPeriod(tokens: readonly Token[], at: number, unit: 'month' | 'quarter', context: DateContext) {
  if (unit === 'month') {
    const month = readMonth(tokens, at, context)
    return month && { number: month.month, year: month.year, length: month.length }
  }
  const token = tokens[at]
  const named = QUARTER_NAMES.find(tokens, at)?.meaning
  const number = token?.kind === 'number' && /^\d{1,2}$/.test(token.text) ? Number(token.text) : named
  if (number === undefined) return undefined
  const year = readYear(tokens, at + 1, context)
  return { number, year: year?.value, length: 1 + (year?.length ?? 0) }
}

function addDay(
  found: DateFindings,
  day: number | 'last',
  month: number,
  year: number | undefined,
  context: DateContext,
): void {
  const years = year === undefined ? [...new Set([context.today.year, context.campaignYear])] : [year]
  const days = years.flatMap(year => {
    if (month < 1 || month > 12 || day === 0 || year < YEARS.first || year > YEARS.last) return []
    const first = new Temporal.PlainDate(year, month, 1)
    const wanted = day === 'last' ? first.daysInMonth : day
    return wanted <= first.daysInMonth ? [first.with({ day: wanted })] : []
  })
  if (days.length === 0) found.impossible = true
  else found.days.push(days)
}
