import { describe, expect, it } from 'vitest'
import type { Ladder, LadderStep } from '../../../src/campaign/duty.ts'
import { returnedLadder } from '../../../src/reminders/plan/ladder.ts'
import { deadlineOf } from '../../../src/reminders/plan/owed.ts'
import { datedSteps, stepCache } from '../../../src/reminders/plan/steps.ts'
import { owed } from '../a-world.ts'
import { calendar2024 } from '../calendar-2024.ts'
import { defaultLadder, defaultRules } from '../default-ladder.ts'

const calendar = calendar2024()
const step = (days: number, more: Partial<LadderStep> = {}): LadderStep => ({
  ...{ days, count: 'calendar', hour: '08:00', audience: ['owner'], tone: 'reminder', lateBy: 5 },
  ...more,
})
const { repeat: _, ...once } = defaultLadder
const ladder = (steps: LadderStep[], repeat?: NonNullable<Ladder['repeat']>): Ladder => ({
  ...once,
  steps,
  ...(repeat ? { repeat } : {}),
})
const all = { everyDays: 7, untilDays: 21, audience: ['officer' as const], tone: 'overdue' as const }

function days(of: Ladder, dueOn: string, rules = defaultRules, on = calendar): string[] {
  return datedSteps(of, deadlineOf(owed('x', 'A', dueOn), on), on, rules).map(({ key, day }) => `${key} ${day}`)
}

describe('the days of a ladder', () => {
  it('before a deadline on a Sunday count from the Friday, those after it from the Sunday', () => {
    expect(days(ladder([step(-3), step(-1), step(0), step(1), step(3)]), '2024-03-31')).toEqual([
      '-3@2024-03-31 2024-03-26',
      '-1@2024-03-31 2024-03-28',
      '0@2024-03-31 2024-03-29',
      '+1@2024-03-31 2024-04-01',
      '+3@2024-03-31 2024-04-03',
    ])
  })

  it('on a day off move away from the deadline: earlier before it, later after it', () => {
    // Wednesday 20/03; the Sunday before and the Saturday after.
    expect(days(ladder([step(-3), step(3)]), '2024-03-20')).toEqual([
      ...['-3@2024-03-20 2024-03-15', '+3@2024-03-20 2024-03-25'],
    ])
  })

  it('may be counted in working days, and say so in their key', () => {
    expect(days(ladder([step(-4, { count: 'working' }), step(4, { count: 'working' })]), '2024-03-20')).toEqual([
      ...['-4w@2024-03-20 2024-03-14', '+4w@2024-03-20 2024-03-26'],
    ])
  })

  it('on a deadline on a Sunday are the Friday, however they are counted', () => {
    expect(days(ladder([step(0)]), '2024-03-31')).toEqual(['0@2024-03-31 2024-03-29'])
    expect(days(ladder([step(0, { count: 'working' })]), '2024-03-31')).toEqual(['0w@2024-03-31 2024-03-29'])
  })

  it('come oldest first, and two on one day in the order of the ladder', () => {
    expect(days(ladder([step(3), step(-1), step(2), step(4)]), '2024-03-20')).toEqual([
      ...[
        '-1@2024-03-20 2024-03-19',
        '+2@2024-03-20 2024-03-22',
        '+3@2024-03-20 2024-03-25',
        '+4@2024-03-20 2024-03-25',
      ],
    ])
  })

  it('carry what the ladder says of them', () => {
    const said = step(1, { hour: '13:30', audience: ['head'], tone: 'urgent', lateBy: 2 })
    expect(
      datedSteps(ladder([said]), deadlineOf(owed('x', 'A', '2024-03-20'), calendar), calendar, defaultRules),
    ).toEqual([
      { key: '+1@2024-03-20', day: '2024-03-21', hour: '13:30', audience: ['head'], tone: 'urgent', lateBy: 2 },
    ])
  })
})

describe('the day itself, where it is a day off', () => {
  const allowed = { ...defaultRules, isDueDayOffAllowed: true }
  const onTheDay = ladder([
    step(-1),
    step(0, { hour: '09:00', tone: 'urgent', lateBy: 1, audience: ['head'] }),
    step(1),
  ])

  it('is a step of its own where the plan allows to write on it', () => {
    expect(days(onTheDay, '2024-03-31', allowed)).toContain('off@2024-03-31 2024-03-31')
    const deadline = deadlineOf(owed('x', 'A', '2024-03-31'), calendar)
    expect(datedSteps(onTheDay, deadline, calendar, allowed).find(({ key }) => key === 'off@2024-03-31')).toEqual({
      ...{ key: 'off@2024-03-31', day: '2024-03-31', hour: '09:00', audience: ['head'], tone: 'urgent', lateBy: 1 },
    })
  })

  it('is none where it is not allowed, works, or has no step', () => {
    const isOff = (one: string) => one.startsWith('off')
    expect(days(onTheDay, '2024-03-31').some(isOff)).toBe(false)
    expect(days(onTheDay, '2024-03-29', allowed).some(isOff)).toBe(false)
    expect(days(ladder([step(-1)]), '2024-03-31', allowed).some(isOff)).toBe(false)
  })
})

describe('repetitions', () => {
  it('go on from the last step to their last day, and no further', () => {
    expect(days(ladder([step(1), step(7)], all), '2024-03-20').slice(2)).toEqual([
      ...['+14@2024-03-20 2024-04-03', '+21@2024-03-20 2024-04-10'],
    ])
    expect(days(ladder([step(7)], { ...all, untilDays: 20 }), '2024-03-20').slice(1)).toEqual([
      '+14@2024-03-20 2024-04-03',
    ])
  })

  it('begin after the deadline where no step does, and need some step', () => {
    expect(days(ladder([step(-3)], { ...all, untilDays: 7 }), '2024-03-20').slice(1)).toEqual([
      '+7@2024-03-20 2024-03-27',
    ])
    expect(days(ladder([], all), '2024-03-20')).toEqual([])
    expect(days(ladder([step(1)]), '2024-03-20')).toEqual(['+1@2024-03-20 2024-03-21'])
  })

  it('sound as they are told to, at the hour and with the patience of the last step', () => {
    const last = step(7, { hour: '13:30', lateBy: 3 })
    const deadline = deadlineOf(owed('x', 'A', '2024-03-20'), calendar)
    expect(datedSteps(ladder([last], all), deadline, calendar, defaultRules).at(-1)).toEqual({
      ...{ key: '+21@2024-03-20', day: '2024-04-10', hour: '13:30', audience: ['officer'], tone: 'overdue', lateBy: 3 },
    })
  })

  it('that a long holiday pushes to within two days of the next leave the word to that one', () => {
    const repeated = ladder([step(7)], { ...all, untilDays: 28 })
    const closed = (from: string, to: string) => ({ isWorking: (day: string) => day < from || day > to })
    const told = (from: string, to: string) =>
      days(repeated, '2024-03-01', defaultRules, closed(from, to)).map(line => line.replace('@2024-03-01', ''))
    // The fourteenth day is 15/03, the next repetition 22/03.
    expect(told('2024-03-15', '2024-03-18')).toEqual([
      '+7 2024-03-08',
      '+14 2024-03-19',
      '+21 2024-03-22',
      '+28 2024-03-29',
    ])
    expect(told('2024-03-15', '2024-03-19')).toEqual(['+7 2024-03-08', '+21 2024-03-22', '+28 2024-03-29'])
    // The last repetition takes the word from the one before it too.
    expect(told('2024-03-22', '2024-03-26')).toEqual(['+7 2024-03-08', '+14 2024-03-15', '+28 2024-03-29'])
    // It has none after it.
    expect(told('2024-03-29', '2024-04-20').at(-1)).toBe('+28 2024-04-21')
    // One that nothing pushes speaks, however near the next.
    expect(days(ladder([step(1)], { ...all, everyDays: 2, untilDays: 5 }), '2024-03-01').slice(1)).toEqual([
      ...['+3@2024-03-01 2024-03-04', '+5@2024-03-01 2024-03-06'],
    ])
  })
})

it('a ladder and a deadline are worked out once, and never taken for another', () => {
  const steps = stepCache(calendar, defaultRules)
  const deadline = deadlineOf(owed('x', 'A', '2024-03-31'), calendar)
  const first = steps('default', defaultLadder, deadline)
  expect(steps('default', defaultLadder, { ...deadline })).toBe(first)
  expect(steps('returned', returnedLadder, deadline)).not.toEqual(first)
  expect(steps('default', defaultLadder, { ...deadline, dueOn: '2024-04-01' })).not.toEqual(first)
  expect(steps('default', defaultLadder, { ...deadline, remindBy: '2024-03-28' })).not.toEqual(first)
})
