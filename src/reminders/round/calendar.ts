import { Temporal } from 'temporal-polyfill'
import type { Level } from '../plan/recipients.ts'
import { addDays } from '../plan/working-days.ts'
import type { Subject } from '../words/wording.ts'
import type { PreviewedMessage } from './preview.ts'

/** What goes out on one day, counted. */
export interface CalendarDay {
  /** Messages; one person gets one for everything due. */
  messages: number
  /** By duty, the most told first: how many people are told of it at each level. */
  duties: readonly { what: string; told: Readonly<Partial<Record<Level, number>>>; people: number }[]
  /** Officers' overviews and heads' weekly lists, alone or within another message. */
  digests: number
  weeklies: number
}

export const noMessages: CalendarDay = { messages: 0, duties: [], digests: 0, weeklies: 0 }

/** Pure. Days without a message are left out. */
export function calendarOf(
  messages: readonly PreviewedMessage[],
  subjects: ReadonlyMap<string, Subject>,
): ReadonlyMap<string, CalendarDay> {
  const byDay = new Map<string, PreviewedMessage[]>()
  for (const message of messages) {
    const own = byDay.get(message.day)
    if (own) own.push(message)
    else byDay.set(message.day, [message])
  }
  return new Map([...byDay].map(([day, own]) => [day, countOf(own, subjects)]))
}

function countOf(messages: readonly PreviewedMessage[], subjects: ReadonlyMap<string, Subject>): CalendarDay {
  const told = new Map<string, Map<Level, Set<string>>>()
  for (const { personId, content } of messages) {
    for (const { owedId, level } of content.items) {
      const what = subjects.get(owedId)?.what ?? owedId
      const levels = told.get(what) ?? new Map<Level, Set<string>>()
      told.set(what, levels.set(level, (levels.get(level) ?? new Set()).add(personId)))
    }
  }
  const duties = [...told].map(([what, levels]) => {
    const counts = [...levels].map(([level, people]) => [level, people.size] as const)
    return { what, told: Object.fromEntries(counts), people: counts.reduce((sum, [, count]) => sum + count, 0) }
  })
  return {
    messages: messages.length,
    duties: duties.toSorted((a, b) => b.people - a.people),
    digests: messages.filter(({ content }) => content.digest).length,
    weeklies: messages.filter(({ content }) => content.weekly).length,
  }
}

/** Days of whole weeks, Monday first. */
export interface Span {
  of: 'month' | 'week'
  from: string
  to: string
  days: readonly string[]
}

/** The month or the week around a day; a month is shown in whole weeks, and counts from its first to its last day. */
export function spanAround(day: string, of: Span['of']): Span {
  const at = Temporal.PlainDate.from(day)
  const from = of === 'month' ? at.with({ day: 1 }) : at.subtract({ days: at.dayOfWeek - 1 })
  const to = of === 'month' ? at.with({ day: at.daysInMonth }) : from.add({ days: 6 })
  const first = from.subtract({ days: from.dayOfWeek - 1 })
  const last = to.add({ days: 7 - to.dayOfWeek }).toString()
  const days: string[] = []
  for (let one = first.toString(); one <= last; one = addDays(one, 1)) days.push(one)
  return { of, from: from.toString(), to: to.toString(), days }
}

/** A day of the span before or after. */
export function neighbour({ of, from }: Span, direction: 1 | -1): string {
  const step = of === 'month' ? { months: direction } : { weeks: direction }
  return Temporal.PlainDate.from(from).add(step).toString()
}
