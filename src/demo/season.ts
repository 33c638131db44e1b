import { Temporal } from 'temporal-polyfill'
import type { WorkingCalendar } from '../campaign/calendar.ts'
import type { Plan } from '../campaign/plan.ts'
import { periodOwed, spanOf } from '../campaign/report-period.ts'
import { isReported, targetOf } from '../features/progress/targets.ts'
import { lot } from './lot.ts'

/** Of which kind of record something happens. */
export type Dossier = { of: 'launch' } | { of: 'report'; period: string; targets: readonly string[] }

type What =
  /** The unit hands in what it owes, or corrects what came back; `byHead`: the head does it, nothing waits for approval. */
  | ({ is: 'handIn' | 'correct'; byHead: boolean } & Dossier)
  /** The head approves what waits, the office or the agency accepts or returns. */
  | ({ is: 'approve' | 'accept' | 'return' } & Dossier)
  /** A sample is registered, then goes through this move. */
  | { is: 'register'; sample: number }
  | { is: 'move'; sample: number; move: string }
  /** The unit explains what it was asked to, if it was; the agency reads it. */
  | { is: 'explain' | 'read' }
  /** A visitor's ward seats its council and proposes for its own award. */
  | { is: 'praise' }
  /** The unit brings its lists up to date; who verifies them reads them. */
  | { is: 'listItems' | 'readLists' }

/** Something that happens in the made-up season. */
export type Happening = { unit: string; at: Temporal.ZonedDateTime } & What

/** What is owed, as it is stored. */
interface Owed {
  unitCode: string
  dutyCode: string
  period: string
  targets: readonly string[]
  dueOn: string
  opensOn: string
}

export interface SeasonInput {
  plan: Plan
  calendar: WorkingCalendar
  timeZone: string
  owed: readonly Owed[]
  /** Units that have people. */
  manned: ReadonlySet<string>
  /** Units whose people a visitor may be: they hand in at the end of the time, leave something open, and wait for their head. */
  visited: ReadonlySet<string>
  /** By number: where the sample is registered, and the moves that it goes through. */
  samples: readonly { unit: string; moves: readonly string[] }[]
}

/**
 * The season that the demonstration plays: who hands in what on which day, who is late, who never does, who approves, returns and
 * corrects. Follows from what is owed and from the units' lots alone; the same for ever. In the order of time.
 */
export function seasonOf(input: SeasonInput): Happening[] {
  const { plan, owed, manned } = input
  const kinds = new Map(plan.duties.map(duty => [duty.code, duty.metBy.kind]))
  const duties = owed.filter(({ unitCode }) => manned.has(unitCode))
  const happenings = duties.flatMap(one => {
    switch (kinds.get(one.dutyCode)) {
      case 'launchDocument':
        return lifeOf(input, one, { of: 'launch' })
      case 'targetReport':
      case 'periodicReport':
        return lifeOf(input, one, { of: 'report', period: periodOwed(plan, one), targets: handedIn(input, one) })
      default:
        return []
    }
  })
  return [
    ...happenings,
    ...firstSums(input, duties),
    ...initiatives(input),
    ...explanations(input, duties),
    ...praise(input),
    ...lists(input),
  ].toSorted((a, b) => Temporal.ZonedDateTime.compare(a.at, b.at))
}

function reported(plan: Plan, { targets }: Owed): string[] {
  return targets.filter(code => {
    const target = targetOf(plan, code)
    return target !== undefined && isReported(plan, target)
  })
}

/** What the unit reports of it: where a visitor may be at work, something is left to do. */
function handedIn({ plan, visited }: SeasonInput, owed: Owed): string[] {
  const codes = reported(plan, owed)
  return visited.has(owed.unitCode) && codes.length > 3 ? codes.slice(0, -2) : codes
}

/** From handing in to the decision; nothing at all for a unit that does not do it. */
function lifeOf(input: SeasonInput, owed: Owed, dossier: Dossier): Happening[] {
  const { unitCode: unit, dutyCode, period } = owed
  const chance = (what: string) => lot(what, unit, dutyCode, period)
  const on = handedInOn(input, owed, chance)
  if (on === null || (dossier.of === 'report' && dossier.targets.length === 0)) return []
  const isVisited = input.visited.has(unit)
  const byHead = !isVisited && lot('byHead', unit) < 0.35
  const handIn = at(input, on, chance('hour'), 0)
  const gateDays = isVisited || lot('gate', unit) > 0.8 ? 4 : 1
  const approved = byHead ? handIn : at(input, workingDay(input, on, gateDays), chance('gate'), 0)
  const happens: Happening[] = [
    { is: 'handIn', unit, at: handIn, byHead, ...dossier },
    ...(byHead ? [] : [{ is: 'approve' as const, unit, at: approved, ...dossier }]),
  ]
  const decision = chance('decision')
  // Some wait long for whoever decides.
  if (decision > (dossier.of === 'launch' ? 0.9 : 0.75)) return happens
  const decidedOn = workingDay(input, approved.toPlainDate(), 2 + Math.floor(chance('days') * 5))
  const decided = at(input, decidedOn, chance('hours'), 30)
  if (chance('return') > 0.2) return [...happens, { is: 'accept', unit, at: decided, ...dossier }]
  happens.push({ is: 'return', unit, at: decided, ...dossier })
  if (chance('correct') > 0.75) return happens
  const corrected = at(input, workingDay(input, decidedOn, 3), chance('hour'), 15)
  return [
    ...happens,
    { is: 'correct', unit, at: corrected, byHead: true, ...dossier },
    { is: 'accept', unit, at: at(input, workingDay(input, decidedOn, 6), chance('hours'), 45), ...dossier },
  ]
}

/** The day of handing in: some units are early, most in the last days, some late, some never. */
function handedInOn(
  { calendar, visited }: SeasonInput,
  owed: Owed,
  chance: (what: string) => number,
): Temporal.PlainDate | null {
  const habit = 0.55 * lot('habit', owed.unitCode) + 0.45 * chance('now')
  const due = Temporal.PlainDate.from(owed.dueOn)
  if (visited.has(owed.unitCode)) return calendar.lastWorkingDayOnOrBefore(due)
  if (habit > 0.86) return null
  if (habit > 0.7) return calendar.firstWorkingDayOnOrAfter(due.add({ days: 1 + Math.floor(chance('late') * 16) }))
  const opens = Temporal.PlainDate.from(owed.opensOn)
  const days = opens.until(due).days
  // Deadlines draw: the later half of the time sees most of it.
  const on = opens.add({ days: Math.floor(days * Math.sqrt(chance('day'))) })
  return calendar.lastWorkingDayOnOrBefore(on).toString() < owed.opensOn
    ? calendar.firstWorkingDayOnOrAfter(on)
    : calendar.lastWorkingDayOnOrBefore(on)
}

/** Units that report sums month by month tell the first one of their own accord, in the first days of the campaign. */
function firstSums(input: SeasonInput, duties: readonly Owed[]): Happening[] {
  const { plan } = input
  const months = duties.filter(({ period }) => /^\d{4}-\d\d$/.test(period))
  const start = Temporal.PlainDate.from(plan.startsOn)
  const period = plan.startsOn.slice(0, 7)
  return [...new Set(months.map(({ unitCode }) => unitCode))].flatMap((unit): Happening[] => {
    const first = months.find(({ unitCode }) => unitCode === unit)
    if (!first || first.period <= period) return []
    const dossier = { of: 'report' as const, period, targets: reported(plan, first) }
    const day = workingDay(input, start, 1 + Math.floor(lot('first', unit) * 9))
    return [
      { is: 'handIn', unit, at: at(input, day, lot('firstHour', unit), 0), byHead: true, ...dossier },
      ...(lot('firstRead', unit) < 0.6
        ? [{ is: 'accept' as const, unit, at: at(input, workingDay(input, day, 4), lot('read', unit), 0), ...dossier }]
        : []),
    ]
  })
}

/** A third of the samples in the first days, the others through the first eight months; decided step by step. */
function initiatives(input: SeasonInput): Happening[] {
  const { plan, samples } = input
  const start = Temporal.PlainDate.from(plan.startsOn)
  return samples.flatMap(({ unit, moves }, sample): Happening[] => {
    const days = sample % 3 === 0 ? Math.floor(lot('sample', sample) * 4) : 5 + Math.floor(lot('sample', sample) * 200)
    const day = input.calendar.firstWorkingDayOnOrAfter(start.add({ days }))
    return [
      { is: 'register', unit, sample, at: at(input, day, lot('register', sample), 0) },
      ...moves.map((move, step) => {
        const on = workingDay(input, day, (step + 1) * (6 + Math.floor(lot('steps', sample) * 12)))
        return { is: 'move' as const, unit, sample, move, at: at(input, on, lot('step', sample, step), 0) }
      }),
    ]
  })
}

/** In the middle of each month some of the units with sums answer, if they were asked; a visitor answers for oneself. */
function explanations(input: SeasonInput, duties: readonly Owed[]): Happening[] {
  const months = duties.filter(
    ({ period, unitCode }) =>
      /^\d{4}-\d\d$/.test(period) && !input.visited.has(unitCode) && lot('explains', unitCode, period) < 0.6,
  )
  return months.flatMap(({ unitCode: unit, period }): Happening[] => {
    const end = spanOf(period)?.to
    if (end === undefined) return []
    const day = workingDay(input, Temporal.PlainDate.from(end), 8)
    return [
      { is: 'explain', unit, at: at(input, day, lot('explainHour', unit, period), 0) },
      { is: 'read', unit, at: at(input, workingDay(input, day, 3), lot('readHour', unit, period), 0) },
    ]
  })
}

/** In the first days of December, when the year's work is done and a visitor who moves to its end finds it waiting. */
function praise(input: SeasonInput): Happening[] {
  const { plan, calendar, visited } = input
  const day = calendar.firstWorkingDayOnOrAfter(Temporal.PlainDate.from(`${plan.startsOn.slice(0, 4)}-12-02`))
  return [...visited].map(unit => ({ is: 'praise' as const, unit, at: at(input, day, lot('praise', unit), 0) }))
}

/** Some units keep their lists from the first days of the campaign on, and bring them up to date before each quarter ends. */
function lists(input: SeasonInput): Happening[] {
  const { plan, calendar, manned, visited } = input
  const start = Temporal.PlainDate.from(plan.startsOn)
  const ends = [3, 6, 9, 12].map(month => Temporal.PlainDate.from({ year: start.year, month, day: 26 }))
  const keeping = [...manned].filter(unit => visited.has(unit) || lot('lists', unit) < 0.1)
  return keeping.flatMap((unit): Happening[] =>
    [start, ...ends.filter(day => Temporal.PlainDate.compare(day, start) > 0)].flatMap((day, nth) => {
      const on = calendar.firstWorkingDayOnOrAfter(day)
      const read = workingDay(input, on, 1 + Math.floor(lot('listsRead', unit, nth) * 3))
      return [
        { is: 'listItems' as const, unit, at: at(input, on, lot('listsHour', unit, nth), 20) },
        { is: 'readLists' as const, unit, at: at(input, read, lot('listsReadHour', unit, nth), 50) },
      ]
    }),
  )
}

function workingDay(
  { calendar }: Pick<SeasonInput, 'calendar'>,
  from: Temporal.PlainDate,
  days: number,
): Temporal.PlainDate {
  return calendar.addWorkingDays(from, days)
}

/** An hour of the office's day. */
function at(
  { timeZone }: SeasonInput,
  day: Temporal.PlainDate,
  chance: number,
  minutes: number,
): Temporal.ZonedDateTime {
  const minute = Math.floor(chance * (OFFICE_HOURS * 60 - 60)) + minutes
  return day.toZonedDateTime({ timeZone, plainTime: '07:45' }).add({ minutes: minute })
}

const OFFICE_HOURS = 8.5
