import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { workingCalendar } from '../../src/campaign/calendar.ts'
import type { SendResult } from '../../src/channels/channel.ts'
import { outboxOver } from '../../src/outbox/deliver.ts'
import { handIn, reopen } from '../../src/records/meeting.ts'
import { deadlineOf, ladderOf } from '../../src/reminders/plan/owed.ts'
import { dayAndHour } from '../../src/reminders/plan/sending-hours.ts'
import { datedSteps } from '../../src/reminders/plan/steps.ts'
import { addDays, workingDayAt, workingDays } from '../../src/reminders/plan/working-days.ts'
import { beat } from '../../src/reminders/round/beat.ts'
import { lookAgain } from '../../src/reminders/round/cancel.ts'
import { newId } from '../../src/store/new-id.ts'
import type { Store } from '../../src/store/open.ts'
import { inTransaction } from '../../src/store/transaction.ts'
import { ScriptedChannel } from '../outbox/scripted-channel.ts'
import { freshEmbedded, silentLog } from '../support/database.ts'
import { runs } from '../support/runs.ts'
import { calendarData, type Season, storedSeason, timeZone } from './stored-season.ts'

type Happening = {
  is: 'submit' | 'toHead' | 'return' | 'deadline' | 'person' | 'snooze' | 'holiday' | 'nothing'
  days: number
  /** Before the beat that writes, between it and the sender, or while the channel has the first message in hand. */
  when: 'before' | 'between' | 'during'
  /** At the next opening of the office, when reminders are written, instead of at any hour. */
  isMorning: boolean
  ends: SendResult['result']
}

const story = fc.array(
  fc.tuple(
    fc.oneof(fc.constantFrom(1, 60, 1440, 1440 * 2, 1440 * 4), fc.integer({ min: -600, max: 3000 })),
    fc.record<Happening>({
      is: fc.constantFrom(
        'submit',
        'submit',
        'toHead',
        'return',
        'return',
        'deadline',
        'person',
        'snooze',
        'holiday',
        'nothing',
      ),
      days: fc.integer({ min: -2, max: 9 }),
      when: fc.constantFrom('before', 'between', 'during'),
      isMorning: fc.constantFrom(true, true, true, false),
      ends: fc.constantFrom('sent', 'sent', 'sent', 'unknown', 'unreachable', 'retryAt'),
    }),
  ),
  { minLength: 6, maxLength: 14 },
)

let store: Store
beforeAll(async () => {
  store = await freshEmbedded()
})
afterAll(() => store.close())

/** Lives a story as the product does: hand-ins, the beat and the sender on one database. */
class Life {
  readonly season: Season
  readonly channel = new ScriptedChannel('web')
  readonly holidays: string[] = []
  /** Keys of the ledger (obligation, person, step) that a person has heard, as often as they have. */
  readonly heard: string[] = []
  /** What was sent although it had been handed in. */
  readonly afterMet: string[] = []
  at = Date.UTC(2024, 2, 18, 1)
  clerks = 1
  #outbox

  constructor(season: Season) {
    this.season = season
    const { prisma, clock } = season.system
    this.#outbox = outboxOver({ prisma, clock, log: silentLog, owner: 'one', channels: [this.channel] })
  }

  get today(): string {
    return dayAndHour(new Date(this.at), timeZone).day
  }

  get calendar() {
    return workingCalendar(calendarData(this.holidays))
  }

  async step(minutes: number, happening: Happening): Promise<void> {
    if (happening.isMorning) this.at = this.#opening()
    else this.at += minutes * 60_000
    this.season.clock.set(new Date(this.at).toISOString())
    const { when, ends } = happening
    if (when === 'before') await this.#happen(happening)
    await beat(this.season.system, 'one')
    if (when === 'between') await this.#happen(happening)
    let isToCome = when === 'during'
    const happenOnce = async () => {
      if (!isToCome) return
      isToCome = false
      await this.#happen(happening)
    }
    await this.#send(ends, happenOnce)
    await happenOnce()
  }

  /** The next opening of the office, and the minutes after it. */
  async rest(): Promise<void> {
    const nothing = { is: 'nothing', days: 0, when: 'before', isMorning: false, ends: 'sent' } as const
    this.at = this.#opening()
    for (let minute = 0; minute < 3; minute++) await this.step(minute === 0 ? 0 : 1, nothing)
  }

  #opening(): number {
    const day = workingDayAt(
      addDays(this.today, 1),
      1,
      workingDays(one => this.calendar.isWorkingDay(one)),
    )
    return Date.parse(`${day}T01:00:00Z`)
  }

  async #send(ends: Happening['ends'], during: () => Promise<void>): Promise<void> {
    const { prisma } = this.season.system
    this.channel.answer = async ({ key }) => {
      const rows = await prisma.reminder.findMany({ where: { outboxKey: key }, include: { obligation: true } })
      if (ends === 'sent' || ends === 'unknown')
        this.heard.push(...rows.map(row => `${row.obligationId}|${row.personId}|${row.step}`))
      this.afterMet.push(...rows.filter(row => row.obligation.state === 'MET').map(row => row.step))
      await during()
      if (ends === 'sent') return { result: 'sent' }
      if (ends === 'retryAt') return { result: 'retryAt', at: new Date(this.at + 60_000), why: 'busy' }
      return ends === 'unknown' ? { result: 'unknown', why: 'cut' } : { result: 'unreachable', why: 'blocked' }
    }
    await this.#outbox.turn()
  }

  async #happen({ is, days }: Happening): Promise<void> {
    const { system, campaign, obligation, person } = this.season
    const now = new Date(this.at)
    const id = obligation.A ?? ''
    const day = addDays(this.today, days)
    const item = { unitCode: 'A', item: { kind: 'launchDocument' as const } }
    await inTransaction(system.prisma, async tx => {
      switch (is) {
        case 'submit':
        case 'toHead': {
          const stage = is === 'submit' ? 'MET' : 'WITH_HEAD'
          await handIn(
            tx,
            campaign,
            { unitCode: item.unitCode, items: [{ item: item.item }], stage },
            now,
            Temporal.PlainDate.from(this.today),
          )
          return
        }
        case 'return':
          return reopen(tx, campaign, { ...item, recordId: newId(now) }, day)
        case 'deadline':
          await tx.obligation.update({ where: { id }, data: { dueOn: day } })
          return lookAgain(tx, [id])
        case 'person': {
          const held = { personId: person[`clerk-${this.clerks}`] ?? '', unitCode: 'A' }
          await tx.roleAssignment.deleteMany({ where: held })
          const personId = person[`spare-${++this.clerks}`]
          if (personId === undefined) return
          Object.assign(person, { [`clerk-${this.clerks}`]: personId })
          const role = { personId, unitCode: 'A', role: 'CLERK' as const, validFrom: '2024-01-01' }
          await tx.roleAssignment.create({ data: { id: newId(now), ...role } })
          return lookAgain(tx, [id])
        }
        case 'snooze': {
          const personId = person[`clerk-${this.clerks}`] ?? null
          const order = {
            obligationId: id,
            kind: 'PROMISE' as const,
            personId,
            value: day,
            byId: personId ?? id,
            at: now,
          }
          await tx.reminderOrder.create({ data: { id: newId(now), ...order } })
          return lookAgain(tx, [id])
        }
        case 'holiday':
          this.holidays.push(day)
          campaign.calendar = this.calendar
          return
        case 'nothing':
          return
      }
    })
  }
}

async function live(events: readonly (readonly [number, Happening])[]): Promise<Life> {
  await store.prisma.$executeRawUnsafe(`TRUNCATE reminder, reminder_order, outbox, setting, lease, obligation, campaign,
    conversation, account, role_assignment, person, unit, audit CASCADE`)
  const season = await storedSeason(store, ['A'], { spares: 15 })
  Object.assign(season.person, { 'clerk-1': season.person['clerk-A'] })
  const life = new Life(season)
  for (const [minutes, happening] of events) await life.step(minutes, happening)
  await life.rest()
  return life
}

/** A story that once went wrong: handed in while the channel has the reminder in hand, which gives it back unsent. */
const givenBack: [number, Happening][] = [
  [1, { is: 'submit', days: 0, when: 'during', isMorning: true, ends: 'retryAt' }],
  [1, { is: 'nothing', days: 0, when: 'before', isMorning: false, ends: 'sent' }],
]

const ended = new Set(['SENT', 'ACKNOWLEDGED', 'SUPERSEDED', 'EXPIRED', 'UNREACHABLE', 'CANCELLED'])

test('over the real store, in any order of events: one send a key, none after it was met, every owed step with its end', async () => {
  await fc.assert(
    fc.asyncProperty(story, async events => {
      const life = await live(events)
      expect(life.heard.toSorted()).toEqual([...new Set(life.heard)].toSorted())
      expect(life.afterMet).toEqual([])

      const rows = await store.prisma.reminder.findMany()
      for (const row of rows) {
        expect(ended, `${row.step} ${row.state} ${row.why}`).toContain(row.state)
        if (row.state !== 'SENT' && row.state !== 'ACKNOWLEDGED') expect(row.why, row.step).not.toBeNull()
      }
      const [obligation] = await store.prisma.obligation.findMany()
      if (!obligation || obligation.state === 'MET') return
      const calendar = workingDays(day => life.calendar.isWorkingDay(day))
      const owed = { ...obligation, state: 'OPEN' as const, ladder: 'default', focalAgencies: [] }
      const { plan } = life.season.campaign
      const { ladder } = ladderOf(owed, plan.ladders)
      const due = datedSteps(ladder, deadlineOf(owed, calendar), calendar, plan.reminderRules)
      const isWithHead = obligation.state === 'WITH_HEAD'
      for (const step of due.filter(({ day }) => day <= life.today)) {
        const isHeads = step.audience.includes('head') || isWithHead
        const told = [
          ...(isWithHead ? [] : [life.season.person[`clerk-${life.clerks}`]]),
          ...(isHeads ? [life.season.person['head-A']] : []),
          ...(step.audience.includes('officer') ? [life.season.person.officer] : []),
        ]
        for (const personId of told)
          expect(
            rows.some(row => row.personId === personId && row.step === step.key),
            step.key,
          ).toBe(true)
      }
    }),
    // A story is short enough to be read as it is; making it shorter takes minutes.
    { numRuns: Number(process.env.PROPERTY_RUNS ?? runs(50)), endOnFailure: true, examples: [[givenBack]] },
  )
})
