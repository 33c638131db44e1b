import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LedgerRow, RowChange } from '../../src/reminders/plan/ledger.ts'
import type { Order } from '../../src/reminders/plan/order.ts'
import { deadlineOf, ladderOf, type Owed } from '../../src/reminders/plan/owed.ts'
import type { Recipient } from '../../src/reminders/plan/recipients.ts'
import { dayAndHour, isSendingTime } from '../../src/reminders/plan/sending-hours.ts'
import { datedSteps } from '../../src/reminders/plan/steps.ts'
import { addDays } from '../../src/reminders/plan/working-days.ts'
import { planRound } from '../../src/reminders/round/round.ts'
import { runs } from '../support/runs.ts'
import { aWorld, owed, recipient, timeZone } from './a-world.ts'
import { calendar2024 } from './calendar-2024.ts'

type Happening =
  | { is: 'submit' | 'withHead' | 'return' | 'notMine' | 'promise' | 'stop' | 'resume' | 'hasten'; days: number }
  | { is: 'deadline'; days: number }
  | { is: 'person' | 'block' | 'unblock' | 'quiet'; days: number }
  | { is: 'holiday'; days: number }
  | { is: 'restart'; days: number }

const happening: fc.Arbitrary<Happening> = fc.record({
  is: fc.constantFrom(
    'submit',
    'withHead',
    'return',
    'notMine',
    'promise',
    'stop',
    'resume',
    'hasten',
    'deadline',
    'person',
    'block',
    'unblock',
    'quiet',
    'holiday',
    'restart',
  ),
  days: fc.integer({ min: -3, max: 12 }),
})
/** Between two beats: minutes, hours or days, sometimes backwards. */
const pause = fc.oneof(fc.constantFrom(1, 30, 60, 240, 1440, 1440 * 3, 1440 * 9), fc.integer({ min: -600, max: 3000 }))
const story = fc.array(fc.tuple(pause, fc.option(happening)), { minLength: 5, maxLength: 40 })

const now0 = Date.UTC(2024, 2, 11, 1)

/** Lives a story as the beat would, on a ledger in memory that refuses what the database would refuse. */
class Life {
  owed: Owed = owed('D02', 'A', '2024-03-31')
  isMet = false
  recipients: Recipient[] = [
    recipient('clerk-1', 'CLERK', 'A'),
    recipient('head', 'HEAD', 'A'),
    recipient('officer', 'PNV', 'PNV'),
  ]
  orders: Order[] = []
  holidays = new Set<string>()
  ledger = new Map<string, LedgerRow>()
  sends: { key: string; at: Date; wasWithHead: boolean; day: string; personId: string }[] = []
  minutes = 0
  people = 1

  get now(): Date {
    return new Date(now0 + this.minutes * 60_000)
  }

  get today(): string {
    return dayAndHour(this.now, timeZone).day
  }

  happen({ is, days }: Happening): void {
    const day = addDays(this.today, days)
    const order = (kind: Order['kind'], value = ''): void => {
      this.orders = [
        ...this.orders,
        {
          obligationId: 'D02',
          kind,
          personId: kind === 'STOP' || kind === 'RESUME' ? null : 'clerk-1',
          value,
          at: this.now,
        },
      ]
    }
    switch (is) {
      case 'submit':
        this.isMet = true
        this.#cancel()
        return
      case 'withHead':
        this.owed = { ...this.owed, state: 'WITH_HEAD' }
        this.#cancel()
        return
      case 'return':
        this.isMet = false
        this.owed = { ...this.owed, state: 'OPEN', returnedOn: day }
        return
      case 'deadline':
        this.owed = { ...this.owed, dueOn: day }
        return
      case 'person':
        this.recipients = [
          ...this.recipients.filter(one => !one.personId.startsWith('clerk')),
          recipient(`clerk-${++this.people}`, 'CLERK', 'A'),
        ]
        return
      case 'block':
      case 'unblock':
        this.recipients = this.recipients.map(one =>
          one.personId.startsWith('clerk') ? { ...one, unreachable: is === 'unblock' ? null : 'noAccount' } : one,
        )
        return
      case 'quiet':
        this.recipients = this.recipients.map(one => ({
          ...one,
          quietFrom: '07:00',
          quietTo: days > 5 ? '18:00' : '10:00',
        }))
        return
      case 'holiday':
        this.holidays = new Set([...this.holidays, day])
        return
      case 'promise':
        order('PROMISE', day)
        return
      case 'hasten':
        order('HASTEN', day)
        return
      case 'notMine':
        order('NOT_MINE')
        return
      case 'stop':
        order('STOP')
        return
      case 'resume':
        order('RESUME')
        return
      case 'restart':
        return
    }
  }

  beat(): void {
    const { day } = dayAndHour(this.now, timeZone)
    const calendar = calendar2024(this.holidays)
    const told = (personId: string) => this.sends.filter(send => send.personId === personId && send.day === day).length
    if (!isSendingTime(dayAndHour(this.now, timeZone), aWorld([]).rules, calendar)) return
    const round = planRound({
      ...aWorld([this.owed]),
      calendar,
      now: this.now,
      owed: this.isMet ? [] : [this.owed],
      recipients: this.recipients.map(one => ({ ...one, sentToday: told(one.personId) })),
      ledger: [...this.ledger.values()],
      orders: this.orders,
      morning: null,
    })
    for (const change of round.rows) this.#write(change, change.state)
    for (const message of round.messages) {
      for (const change of message.rows) {
        this.#write(change, 'SENT')
        this.sends.push({
          key: keyOf(change),
          at: this.now,
          wasWithHead: this.owed.state === 'WITH_HEAD',
          day,
          personId: change.personId,
        })
      }
    }
  }

  /** Steps of the ladder whose day has come, for the present focal point if they have the duty. */
  stepsOfFocalPoint(): string[] {
    const isOut = this.orders.some(order => order.kind === 'NOT_MINE' && order.personId === `clerk-${this.people}`)
    if (this.owed.state === 'WITH_HEAD' || isOut) return []
    const world = aWorld([])
    const calendar = calendar2024(this.holidays)
    const { ladder } = ladderOf(this.owed, world.ladders)
    const steps = datedSteps(ladder, deadlineOf(this.owed, calendar), calendar, world.rules)
    return steps.filter(step => step.day <= this.today).map(step => step.key)
  }

  #write(change: RowChange, state: LedgerRow['state']): void {
    const key = keyOf(change)
    const present = this.ledger.get(key)
    // What the unique key and the guarded update of the database demand.
    expect(present?.state ?? null).toBe(change.was)
    this.ledger.set(key, { ...change, state, at: this.now })
  }

  #cancel(): void {
    for (const [key, row] of this.ledger) {
      if (row.state === 'PLANNED') this.ledger.set(key, { ...row, state: 'CANCELLED', why: 'met' })
    }
  }
}

const keyOf = (row: { obligationId: string; personId: string; step: string }) =>
  `${row.obligationId}|${row.personId}|${row.step}`

function live(events: readonly (readonly [number, Happening | null])[]): Life {
  const life = new Life()
  for (const [minutes, event] of events) {
    life.minutes += minutes
    if (event) life.happen(event)
    life.beat()
  }
  return life
}

const tries = { numRuns: runs(400) }

test('whatever happens in whatever order, a step speaks to a person at most once', () => {
  fc.assert(
    fc.property(story, events => {
      const keys = live(events).sends.map(send => send.key)
      expect(new Set(keys).size).toBe(keys.length)
    }),
    tries,
  )
})

test('nothing is sent outside the hours of the office, nor of what waits for the head to the focal point', () => {
  fc.assert(
    fc.property(story, events => {
      const life = live(events)
      for (const send of life.sends) {
        if (send.wasWithHead) expect(send.personId.startsWith('clerk')).toBe(false)
        const { hour } = dayAndHour(send.at, timeZone)
        expect((hour >= '08:00' && hour < '11:30') || (hour >= '13:30' && hour < '16:30')).toBe(true)
      }
    }),
    tries,
  )
})

test('nobody gets more messages on a day than their budget, and nobody is called late before the deadline', () => {
  fc.assert(
    fc.property(story, events => {
      const perDay = new Map<string, number>()
      for (const send of live(events).sends) {
        const key = `${send.personId}|${send.day}`
        perDay.set(key, (perDay.get(key) ?? 0) + 1)
        const [step = '', due = ''] = send.key.split('|')[2]?.split('@') ?? []
        if (step.startsWith('+')) expect(send.day > due).toBe(true)
      }
      for (const count of perDay.values()) expect(count).toBeLessThanOrEqual(2)
    }),
    tries,
  )
})

test('every step whose day has come is sent, or ended or waiting with a reason', () => {
  fc.assert(
    fc.property(story, events => {
      const life = live(events)
      for (const row of life.ledger.values()) {
        if (row.state !== 'SENT') expect(row.why).not.toBeNull()
      }
      if (life.isMet) return
      // A beat at the next opening leaves nothing undecided for those in charge.
      life.minutes = Math.ceil((life.minutes + 1) / 1440) * 1440
      while (!isSendingTime(dayAndHour(life.now, timeZone), aWorld([]).rules, calendar2024(life.holidays)))
        life.minutes += 60
      life.beat()
      const before = life.ledger.size
      life.beat()
      expect(life.ledger.size).toBe(before)
      for (const step of life.stepsOfFocalPoint()) {
        const row = life.ledger.get(`D02|clerk-${life.people}|${step}`)
        expect(row, `${step} has no row`).toBeDefined()
      }
      const open = [...life.ledger.values()].filter(row => row.state === 'PLANNED')
      for (const row of open) expect(['quiet', 'budget']).toContain(row.why)
    }),
    tries,
  )
})

test('a beat repeated at the same instant decides nothing more', () => {
  fc.assert(
    fc.property(story, events => {
      const life = live(events)
      const before = JSON.stringify([...life.ledger.values()])
      life.beat()
      expect(JSON.stringify([...life.ledger.values()])).toBe(before)
    }),
    tries,
  )
})
