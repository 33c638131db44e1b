import type { CalendarData } from '../src/campaign/calendar.ts'
import type { Audience, Ladder } from '../src/campaign/duty.ts'
import {
  type IsWorking,
  localDay,
  localHour,
  plusDays,
  plusWorkingDays,
  toWorkingDay,
  weekday,
  workingDaysFrom,
  workingDaysOf,
} from './days.ts'
import type { HandIn } from './messages.ts'

/** What the season is played with, as plain data. */
export interface Known {
  units: number
  people: { personId: string; role: string; unitCode: string }[]
  ladders: Readonly<Record<string, Ladder>>
  windows: readonly { from: string; to: string }[]
  calendar: CalendarData
  obligations: readonly KnownObligation[]
}

interface KnownObligation {
  id: string
  unitCode: string
  dueOn: string
  ladder: string
  focalUnits: readonly string[]
}

/** A moment at which the system runs. */
export interface Moment {
  at: string
  /** The clock leaps on before the work of this moment is surely done. */
  isCut: boolean
  handIns: readonly HandIn[]
}

export interface Expected {
  /** What may become of the row (obligation|person|step). */
  states: Set<string>
  /** False: it may also never come to be, because the thing was handed in at that very moment. */
  isSure: boolean
  /** When the person is to be told; null: never, or not surely. */
  tellAt: string | null
}

export interface Expectations {
  rows: ReadonlyMap<string, Expected>
  /** Overviews and lists that must have been written: who, on which day, from when. */
  mornings: readonly { personId: string; day: string; at: string }[]
  /** How many rows each moment decides. */
  work: readonly number[]
}

/**
 * What must stand in the ledger after a season that ran at these moments, whatever was killed in between. Written from the
 * issue's words and the plan file alone, with no code of the reminders: the newest step whose day has come is told, older
 * ones are superseded, a step more than `lateBy` working days late expires, nothing is told of what has been handed in.
 */
export function expectationsOf(known: Known, moments: readonly Moment[]): Expectations {
  return new Oracle(known).live(moments)
}

interface State {
  is: 'OPEN' | 'WITH_HEAD' | 'MET'
  decided: Set<string>
}

interface Step {
  key: string
  day: string
  audience: readonly Audience[]
  lateBy: number
}

class Oracle {
  readonly #known: Known
  readonly #isWorking: IsWorking
  readonly #steps = new Map<string, Step[]>()
  readonly #states = new Map<string, State>()
  readonly #rows = new Map<string, Expected>()
  readonly #byPlace = new Map<string, string[]>()

  constructor(known: Known) {
    this.#known = known
    this.#isWorking = workingDaysOf(known.calendar)
    for (const { personId, role, unitCode } of known.people) {
      const place = role === 'PNV' ? 'PNV' : `${role} ${unitCode}`
      this.#byPlace.set(place, [...(this.#byPlace.get(place) ?? []), personId])
    }
    for (const { id } of known.obligations) this.#states.set(id, { is: 'OPEN', decided: new Set() })
  }

  live(moments: readonly Moment[]): Expectations {
    const mornings: { personId: string; day: string; at: string }[] = []
    const seen = new Set<string>()
    const cut = new Set<string>()
    const work: number[] = []
    for (const moment of moments) {
      const day = localDay(moment.at)
      const before = this.#rows.size
      const isOpen = this.#isOpen(moment.at)
      if (isOpen && !moment.isCut && !seen.has(day)) mornings.push(...this.#morning(moment, seen, cut))
      if (isOpen) (moment.isCut ? cut : seen).add(day)
      this.#moment(moment, isOpen)
      work.push(this.#rows.size - before)
    }
    return { rows: this.#rows, mornings, work }
  }

  #moment({ at, isCut, handIns }: Moment, isOpen: boolean): void {
    const racing = new Map(handIns.map(one => [one.obligationId, one.stage]))
    for (const obligation of this.#known.obligations) {
      const state = this.#states.get(obligation.id)
      if (!state || state.is === 'MET') continue
      const next = racing.get(obligation.id)
      // The person may have been told just before the thing was handed in, or the message was taken back.
      if (isOpen) this.#decide(obligation, state, at, next !== undefined ? 'racing' : isCut ? 'cut' : 'sure')
      if (!next) continue
      state.is = next
      if (isOpen && next === 'WITH_HEAD') this.#decide(obligation, state, at, isCut ? 'cut' : 'sure')
    }
  }

  #decide(obligation: KnownObligation, state: State, at: string, how: 'sure' | 'racing' | 'cut'): void {
    const today = localDay(at)
    const dues = new Map<string, Step[]>()
    for (const step of this.#stepsOf(obligation)) {
      if (step.day > today) continue
      for (const personId of this.#told(obligation, state, step.audience))
        dues.set(personId, [...(dues.get(personId) ?? []), step])
    }
    for (const [personId, steps] of dues) {
      for (const step of steps) {
        const key = `${obligation.id}|${personId}|${step.key}`
        if (state.decided.has(key)) continue
        const isLate = workingDaysFrom(step.day, today, this.#isWorking) > step.lateBy
        const becomes = step !== steps.at(-1) ? 'SUPERSEDED' : isLate ? 'EXPIRED' : 'SENT'
        const row = this.#rows.get(key) ?? { states: new Set(), isSure: false, tellAt: null }
        row.states.add(becomes)
        if (how === 'racing') row.states.add('CANCELLED').add('SUPERSEDED')
        if (how === 'sure') {
          state.decided.add(key)
          // Where it may have been told earlier already, nobody can say how late it is.
          row.tellAt = becomes === 'SENT' && row.states.size === 1 ? at : null
        }
        row.isSure = how === 'sure'
        this.#rows.set(key, row)
      }
    }
  }

  /** Officers on every working day on which something is overdue; heads at the start of the week when something is near. */
  #morning(
    { at, handIns }: Moment,
    seen: ReadonlySet<string>,
    cut: ReadonlySet<string>,
  ): { personId: string; day: string; at: string }[] {
    const day = localDay(at)
    const racing = new Set(handIns.map(one => one.obligationId))
    const open = this.#known.obligations.filter(({ id }) => this.#states.get(id)?.is !== 'MET' && !racing.has(id))
    const expected = new Set<string>()
    if (open.some(({ dueOn }) => dueOn < day)) for (const officer of this.#at('PNV')) expected.add(officer)
    const monday = plusDays(day, -((weekday(day) + 6) % 7))
    const ran = seen.size === 0 ? this.#workingSince(monday, day) : [...seen, ...cut]
    const isWeekStart = !ran.some(other => other >= monday && other < day)
    const horizon = plusWorkingDays(day, 10, this.#isWorking)
    if (isWeekStart)
      for (const { unitCode, dueOn } of open)
        if (toWorkingDay(dueOn, -1, this.#isWorking) <= horizon)
          for (const head of this.#at(`HEAD ${unitCode}`)) expected.add(head)
    return [...expected].map(personId => ({ personId, day, at }))
  }

  #workingSince(from: string, day: string): string[] {
    const days: string[] = []
    for (let at = from; at < day; at = plusDays(at, 1)) if (this.#isWorking(at)) days.push(at)
    return days
  }

  #stepsOf({ ladder: name, dueOn }: KnownObligation): Step[] {
    const found = this.#steps.get(`${name}|${dueOn}`)
    if (found) return found
    const ladder = this.#known.ladders[name]
    if (!ladder) throw new Error(`no ladder ${name}`)
    const remindBy = toWorkingDay(dueOn, -1, this.#isWorking)
    const step = (days: number, count: string, audience: readonly Audience[], lateBy: number): Step => {
      const from = days > 0 ? dueOn : remindBy
      const day =
        count === 'working'
          ? plusWorkingDays(from, days, this.#isWorking)
          : toWorkingDay(plusDays(from, days), days > 0 ? 1 : -1, this.#isWorking)
      const key = `${days > 0 ? '+' : ''}${days}${count === 'working' ? 'w' : ''}@${dueOn}`
      return { key, day, audience, lateBy }
    }
    const steps = ladder.steps.map(one => step(one.days, one.count, one.audience, one.lateBy))
    const last = ladder.steps.at(-1)
    if (ladder.repeat && last)
      for (
        let days = last.days + ladder.repeat.everyDays;
        days <= ladder.repeat.untilDays;
        days += ladder.repeat.everyDays
      )
        steps.push(step(days, 'calendar', ladder.repeat.audience, last.lateBy))
    // A repetition that a long holiday moves to within two days of the next one is not told.
    const repeated = steps.slice(ladder.steps.length)
    const tooNear = repeated.filter(({ key, day }, at) => {
      const next = repeated[at + 1]
      const asked = plusDays(dueOn, Number.parseInt(key, 10))
      return next !== undefined && day !== asked && next.day <= plusDays(day, 2)
    })
    for (const one of tooNear) steps.splice(steps.indexOf(one), 1)
    this.#steps.set(`${name}|${dueOn}`, steps)
    return steps
  }

  #told(obligation: KnownObligation, state: State, audience: readonly Audience[]): Set<string> {
    const told = new Set<string>()
    for (const one of audience) {
      const isUnit = one === 'owner' || one === 'focalPoint'
      if (isUnit)
        for (const id of this.#at(`${state.is === 'WITH_HEAD' ? 'HEAD' : 'CLERK'} ${obligation.unitCode}`)) told.add(id)
      if (one === 'head') for (const id of this.#at(`HEAD ${obligation.unitCode}`)) told.add(id)
      if (one === 'officer') for (const id of this.#at('PNV')) told.add(id)
      if (one === 'focalAgency') {
        const people = obligation.focalUnits.flatMap(unit => this.#at(`FOCAL ${unit}`))
        for (const id of people.length > 0 ? people : this.#at('PNV')) told.add(id)
      }
    }
    return told
  }

  #at(place: string): readonly string[] {
    return this.#byPlace.get(place) ?? []
  }

  #isOpen(at: string): boolean {
    const hour = localHour(at)
    return this.#isWorking(localDay(at)) && this.#known.windows.some(({ from, to }) => from <= hour && hour < to)
  }
}
