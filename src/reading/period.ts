import { isOtherPeriod } from './fields/not-this-period.ts'
import { isCount, isMoney, isPercent } from './fields/other-meanings.ts'
import { codeOf } from './fields/period-code.ts'
import { objection } from './fields/refusing.ts'
import { survey } from './fields/survey.ts'
import { type Line, readLine } from './line.ts'
import { ask, invalid, type Reading, read } from './result.ts'
import type { Operator } from './spans/operators.ts'
import { type Meaning, reading } from './spans/span.ts'
import { yearOf } from './spans/year.ts'
import { fold, MAX_SHORT_ANSWER, normalise } from './text.ts'

/** What a period is read against. */
export interface PeriodContext {
  today: { year: number; month: number }
}

/**
 * A period of a year, as its code: «quý I/2024», «Q1», «qúy 1» → '2024-Q1'; «tháng ba», «3/2024» → '2024-03'; «6 tháng đầu năm» →
 * '2024-H1'; «9 tháng» → '2024-9M'; «cả năm», «năm 2024» → '2024'; «quý này», «tháng trước» by the day. Without a year it is that of the
 * day.
 */
export function readPeriod(text: string, { today }: PeriodContext): Reading<string> {
  if (text.length > MAX_SHORT_ANSWER) return invalid('tooLong')
  if (SEVERAL.test(normalise(text))) return ask('severalValues')
  if (NO_QUARTER.test(normalise(text))) return invalid('outOfRange', { count: 4 })
  const line = readLine(text)
  const found = survey(line, {
    take: (span, typed) => reading(span, 'period') ?? bareYear(span.readings, typed),
    isContext: meaning =>
      (meaning.is === 'day' && !meaning.mayBeMore) ||
      ['time', 'target', 'label', 'paper', 'ratio', 'place'].includes(meaning.is) ||
      isMoney(meaning) ||
      isPercent(meaning) ||
      isCount(meaning),
  })
  if (found.own.length === 0) return withoutPeriod(line)
  const operators = new Set([...found.operators].filter(operator => !OF_FIGURES.has(operator)))
  const together = found.hasStray || objection(operators) ? undefined : fromTo(found.own, today.year)
  if (together !== undefined) return read(together, false)
  const codes = found.own.map(({ period }) => codeOf(period, today))
  const impossible = found.own.find((_, at) => codes[at] === null)
  if (impossible !== undefined) return invalid('outOfRange', { count: impossible.period.is === 'quarter' ? 4 : 12 })
  const [first, ...others] = [...new Set(codes)]
  if (typeof first !== 'string') return ask('incomplete')
  if (found.hasStray) return ask('garbled')
  const isBeside = found.own.some(({ edge }) => edge !== undefined)
  const why = objection(operators) ?? (others.length > 0 ? 'severalValues' : isBeside ? 'bound' : undefined)
  if (why !== undefined) return ask(why, others.length === 0 && why !== 'correction' ? [first] : [])
  if (line.spans.some(span => !reading(span, 'period') && reading(span, 'day')?.day.is === 'incomplete'))
    return ask('incomplete')
  if (isOtherPeriod(line)) return ask('unsure')
  return read(first, found.isPlain && /^(quý|tháng|năm) [ivx\d]+(\/| năm )?\d*$/i.test(text.trim()))
}

/** «quý I, II», «tháng 1 và 2»: the second without its word. */
const SEVERAL =
  /(?:^|\s)(?:quý|quí|quy|q|tháng|thang)\s?(?:i{1,3}|iv|\d{1,2})\s?(?:,|;|\+|&|và|va|hoặc|hoac|hay)\s?(?:i{1,3}|iv|\d{1,2})(?:$|\s?[,;.)]|\s?\/\s?20\d\d|\s(?:năm|nam|ạ|nhé|20\d\d))/iu

/** «Quý V»: no quarter, and not the year behind it. */
const NO_QUARTER = /(?:^|\s)(?:quý|quí|quy)\s(?:v|vi{1,3}|ix|x{1,3}|xi{1,2})(?:$|[\s,;./])/iu

/** No period grows, and none is left over. */
const OF_FIGURES: ReadonlySet<Operator> = new Set(['change', 'rest', 'vague', 'over', 'part'])

type Said = Extract<Meaning, { is: 'period' }>

/** «từ tháng 1 đến hết tháng 3»: months that are a quarter, a half, nine months or a year. */
function fromTo([first, last, ...others]: readonly Said[], present: number): string | undefined {
  if (first?.period.is !== 'month' || last?.period.is !== 'month' || others.length > 0) return undefined
  if (last.edge !== 'until' || (first.edge !== undefined && first.edge !== 'from')) return undefined
  const code = MONTHS_TOGETHER[`${first.period.number}-${last.period.number}`]
  const years = [first.period.year ?? last.period.year, last.period.year].map(year => yearOf(year, present))
  return code === undefined || years[0] !== years[1] ? undefined : `${years[1]}${code}`
}

const MONTHS_TOGETHER: Readonly<Record<string, string>> = {
  ...{ '1-3': '-Q1', '4-6': '-Q2', '7-9': '-Q3', '10-12': '-Q4' },
  ...{ '1-6': '-H1', '7-12': '-H2', '1-9': '-9M', '1-12': '' },
}

/** «2024»; «năm» alone is the whole one. */
function bareYear(readings: readonly Meaning[], typed: string): Said | undefined {
  if (!readings.some(meaning => meaning.is === 'number')) return undefined
  if (/^20\d\d$/.test(typed)) return { is: 'period', period: { is: 'year', year: { value: Number(typed) } } }
  return fold(typed) === 'nam' && typed !== 'Năm'
    ? { is: 'period', period: { is: 'year', year: { offset: 0 } } }
    : undefined
}

/** «15/3/2024» is asked: a day stands in a period, but which one is meant? */
const withoutPeriod = ({ spans }: Line): Reading<string> =>
  spans.some(span => {
    const day = reading(span, 'day')
    return day?.isFirm && (day.day.is === 'day' || day.day.is === 'incomplete')
  })
    ? ask('incomplete')
    : invalid('noAnswer')
