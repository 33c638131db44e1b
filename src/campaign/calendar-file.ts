import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { type CalendarData, weekdays } from './calendar.ts'
import { isIsoDay } from './iso-day.ts'
import { type LocatedFile, parseLocated, readLocated } from './located-file.ts'
import { type Checked, inFileOrder, type Problem } from './problem.ts'
import { namedIssue, schemaProblems } from './schema-problems.ts'

const isoDay = z.string().check(context => {
  if (!isIsoDay(context.value))
    context.issues.push({ ...namedIssue('wrongIsoDate', { value: context.value }), input: context.value })
})

const calendarSchema = z.strictObject({
  timeZone: z.string().check(context => {
    if (!isTimeZone(context.value))
      context.issues.push({ ...namedIssue('unknownTimeZone', { value: context.value }), input: context.value })
  }),
  weekend: z.array(z.enum(weekdays)),
  years: z.record(
    z.string().regex(/^\d{4}$/),
    z.strictObject({
      status: z.enum(['official', 'provisional']),
      off: z.array(z.strictObject({ date: isoDay, name: z.string().min(1) })),
      workingWeekend: z.array(isoDay),
    }),
  ),
})

/** Reads a calendar file (JSON). Every problem at once, each with its line. */
export function readCalendar(file: string): Checked<CalendarData> {
  return check(readLocated(file))
}

/** The same of a text at hand; `file` is only what problems are told with. */
export function parseCalendar(file: string, text: string): Checked<CalendarData> {
  return check(parseLocated(file, text))
}

function check(located: Checked<LocatedFile>): Checked<CalendarData> {
  if (!located.ok) return located
  const parsed = calendarSchema.safeParse(located.value.data)
  const problems = parsed.success
    ? contradictions(located.value, parsed.data)
    : schemaProblems(located.value, parsed.error.issues, calendarSchema)
  if (!parsed.success || problems.length > 0) return { ok: false, problems: inFileOrder(problems) }
  return { ok: true, value: parsed.data }
}

/** Days in the wrong year, twice, or swapped without being a weekend day. */
function contradictions(located: LocatedFile, calendar: CalendarData): Problem[] {
  return Object.entries(calendar.years).flatMap(([year, { off, workingWeekend }]) => {
    const days = [
      ...off.map(({ date }, index) => ({ date, path: ['years', year, 'off', index, 'date'] })),
      ...workingWeekend.map((date, index) => ({ date, path: ['years', year, 'workingWeekend', index] })),
    ]
    const seen = new Set<string>()
    return days.flatMap(({ date, path }) => {
      const isTwice = seen.has(date)
      seen.add(date)
      if (isTwice) return [located.problemAt(path, 'dayTwice', { value: date })]
      if (!date.startsWith(`${year}-`)) return [located.problemAt(path, 'dayOfOtherYear', { value: date, year })]
      const weekday = weekdays[Temporal.PlainDate.from(date).dayOfWeek - 1]
      const isWeekend = weekday !== undefined && calendar.weekend.includes(weekday)
      if (path.includes('workingWeekend') && !isWeekend) return [located.problemAt(path, 'notWeekend', { value: date })]
      return []
    })
  })
}

function isTimeZone(name: string): boolean {
  try {
    Temporal.PlainDate.from('2024-01-01').toZonedDateTime(name)
    return true
  } catch {
    return false
  }
}
