import { describe, expect, it } from 'vitest'
import type { Audience } from '../../../src/campaign/duty.ts'
import { dueSteps } from '../../../src/reminders/plan/due.ts'
import { noOrders, type Order, Orders } from '../../../src/reminders/plan/order.ts'
import { RecipientBook } from '../../../src/reminders/plan/recipients.ts'
import type { DatedStep } from '../../../src/reminders/plan/steps.ts'
import { recipient } from '../a-world.ts'
import { calendar2024 } from '../calendar-2024.ts'

const step = (key: string, day: string, audience: readonly Audience[] = ['focalPoint']): DatedStep => ({
  ...{ key, day, audience, hour: '08:00', tone: 'reminder', lateBy: 5 },
})
const order = (kind: Order['kind'], value: string, personId: string | null = null): Order => ({
  ...{ obligationId: 'x', kind, value, personId, at: new Date(0) },
})
const [clerk, head] = [recipient('clerk', 'CLERK', 'A'), recipient('head', 'HEAD', 'A')]
const both = { ...clerk, personId: 'both', roles: [...clerk.roles, ...head.roles] }

function due(steps: readonly DatedStep[], today: string, orders = noOrders, people = [clerk]) {
  const { byPerson, nextStep } = dueSteps({
    ...{ duty: { unitCode: 'A', isWithHead: false, focalAgencies: [] }, steps, orders, today },
    ...{ recipients: new RecipientBook(people), calendar: calendar2024() },
  })
  const told = [...byPerson].map(([person, own]) => [person, own.map(one => `${one.step.key} ${one.level}`)])
  return { told: Object.fromEntries(told), next: nextStep?.key }
}

const ladder = [step('a', '2024-03-19'), step('b', '2024-03-20'), step('c', '2024-03-21')]

describe('the steps whose day has come', () => {
  it('come oldest first; the next is the first that has not come', () => {
    expect(due(ladder, '2024-03-20')).toEqual({ told: { clerk: ['a focalPoint', 'b focalPoint'] }, next: 'c' })
    expect(due(ladder, '2024-03-21').next).toBeUndefined()
  })

  it('hold what an officer hastens in its place, after the step of the same day', () => {
    const hastened = (day: string) => due(ladder, '2024-03-21', new Orders([order('HASTEN', day)])).told.clerk
    expect(hastened('2024-03-18')?.[0]).toBe('hasten@2024-03-18 focalPoint')
    expect(hastened('2024-03-20')).toEqual([
      ...['a focalPoint', 'b focalPoint', 'hasten@2024-03-20 focalPoint', 'c focalPoint'],
    ])
    expect(due(ladder, '2024-03-19', new Orders([order('HASTEN', '2024-03-20')])).next).toBe('b')
  })

  it('hold the day that a person has promised, after the step of that day', () => {
    const promised = new Orders([order('PROMISE', '2024-03-20', 'clerk')])
    expect(due(ladder, '2024-03-21', promised).told.clerk).toEqual([
      ...['a focalPoint', 'b focalPoint', 'promise@2024-03-20 focalPoint', 'c focalPoint'],
    ])
    // Both are ahead on one day: the ladder's comes first.
    expect(due(ladder, '2024-03-19', promised).next).toBe('b')
    const later = new Orders([order('PROMISE', '2024-03-22', 'clerk')])
    expect(due(ladder, '2024-03-21', later).next).toBe('promise@2024-03-22')
  })

  it('speak of a promise at the level at which the person was told last, were it the only time', () => {
    const promised = new Orders([order('PROMISE', '2024-03-21', 'both')])
    const climbing = [
      ...[step('a', '2024-03-18', ['head']), step('b', '2024-03-19'), step('c', '2024-03-20', ['head'])],
    ]
    expect(due(climbing, '2024-03-21', promised, [both]).told.both?.at(-1)).toBe('promise@2024-03-21 head')
    expect(due(climbing.slice(0, 1), '2024-03-21', promised, [both]).told.both).toEqual([
      ...['a head', 'promise@2024-03-21 head'],
    ])
  })
})
