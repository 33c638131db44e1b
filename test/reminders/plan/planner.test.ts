import { describe, expect, it } from 'vitest'
import type { LedgerRow } from '../../../src/reminders/plan/ledger.ts'
import type { Order } from '../../../src/reminders/plan/order.ts'
import type { Owed } from '../../../src/reminders/plan/owed.ts'
import { type Decisions, type PlannerInput, planReminders } from '../../../src/reminders/plan/planner.ts'
import { type Recipient, RecipientBook } from '../../../src/reminders/plan/recipients.ts'
import { instantAt } from '../../../src/reminders/plan/sending-hours.ts'
import { owed, recipient, timeZone } from '../a-world.ts'
import { calendar2024 } from '../calendar-2024.ts'
import { defaultLadder, defaultRules } from '../default-ladder.ts'

const { repeat: _, ...once } = defaultLadder
const clerk = recipient('clerk', 'CLERK', 'A')
const people = [clerk, recipient('head', 'HEAD', 'A'), recipient('officer', 'PNV', 'P')]
const D02 = owed('D02', 'A', '2024-03-31')
const at = (day: string, hour = '08:00') => instantAt(day, hour, timeZone)

function plan(now: Date, more: Partial<PlannerInput> & { people?: readonly Recipient[] } = {}): Decisions {
  return planReminders({
    now,
    timeZone,
    calendar: calendar2024(),
    rules: defaultRules,
    ladders: { default: defaultLadder },
    owed: [D02],
    recipients: new RecipientBook(more.people ?? people),
    ledger: [],
    orders: [],
    ...more,
  })
}

const row = (step: string, state: LedgerRow['state'], more: Partial<LedgerRow> = {}): LedgerRow => ({
  ...{ obligationId: 'D02', personId: 'clerk', step: `${step}@2024-03-31`, state, plannedOn: '2024-03-26', why: null },
  at: at('2024-03-26'),
  ...more,
})
const order = (kind: Order['kind'], value = '', personId: string | null = null): Order => ({
  ...{ obligationId: 'D02', kind, value, personId },
  at: at('2024-03-20'),
})
const told = ({ messages }: Decisions) =>
  messages.map(
    ({ recipient, items }) => `${recipient.personId} ${items.map(({ owedId, step }) => `${owedId} ${step}`)}`,
  )
const ends = ({ rows }: Decisions) =>
  rows.map(({ personId, step, was, state, why }) => `${personId} ${step.split('@')[0]} ${was} ${state} ${why}`)
const looked = (decisions: Decisions, id = 'D02') => decisions.lookAt.get(id)

/** 26/03: three days before Friday 29/03, told to focal point and head. Everything older has been said. */
const day = '2024-03-26'
const saidBefore = ['-30', '-14', '-7'].map(step => row(step, 'SENT', { at: at('2024-03-22') }))
const onlyClerk = { people: [clerk], ledger: saidBefore }

describe('on the day of a step', () => {
  it('its people get one message each, of the newest step, and older ones that were missed end', () => {
    const decisions = plan(at(day))
    expect(told(decisions)).toEqual(['clerk D02 -3@2024-03-31', 'head D02 -3@2024-03-31'])
    expect(ends(decisions)).toEqual(['-30', '-14', '-7'].map(step => `clerk ${step} null SUPERSEDED newer`))
    expect(decisions.messages[0]).toEqual({
      recipient: clerk,
      day,
      items: [
        {
          ...{ owedId: 'D02', level: 'focalPoint', step: '-3@2024-03-31', tone: 'reminder' },
          deadline: { dueOn: '2024-03-31', remindBy: '2024-03-29' },
          ...{ isWithHead: false, isReturned: false, notifiedBefore: [], promise: null, isBound: false },
        },
      ],
      rows: [
        {
          ...{ obligationId: 'D02', personId: 'clerk', step: '-3@2024-03-31', plannedOn: '2024-03-26' },
          ...{ was: null, state: 'QUEUED', why: null },
        },
      ],
    })
  })

  it('nothing is said again, and it is looked at on the day of the next', () => {
    const decisions = plan(at(day), { ...onlyClerk, ledger: [...saidBefore, row('-3', 'SENT')] })
    expect(told(decisions)).toEqual([])
    expect(decisions.rows).toEqual([])
    expect(looked(decisions)).toEqual(at('2024-03-28'))
  })

  it('before its hour nothing is said, but it is looked at then', () => {
    const late = { ...defaultLadder, steps: defaultLadder.steps.map(step => ({ ...step, hour: '10:30' })) }
    const before = plan(at(day, '10:29'), { ...onlyClerk, ladders: { default: late } })
    expect(told(before)).toEqual([])
    expect(looked(before)).toEqual(at(day, '10:30'))
    expect(told(plan(at(day, '10:30'), { ...onlyClerk, ladders: { default: late } }))).toHaveLength(1)
    // A step of another day waits for no hour.
    expect(told(plan(at('2024-03-27', '08:00'), { ...onlyClerk, ladders: { default: late } }))).toHaveLength(1)
  })

  it('what another obligation has to say later that day goes along, nearest deadline first', () => {
    const late = { ...defaultLadder, steps: defaultLadder.steps.map(step => ({ ...step, hour: '10:30' })) }
    const both = {
      people: [clerk],
      ladders: { default: defaultLadder, late },
      owed: [owed('far', 'A', '2024-04-03'), { ...D02, ladder: 'late' }, owed('near', 'A', '2024-03-27')],
    }
    expect(told(plan(at(day), both))).toEqual(['clerk near -1@2024-03-27,D02 -3@2024-03-31,far -14@2024-04-03'])
    expect(plan(at(day), both).messages[0]?.rows.map(({ obligationId }) => obligationId)).toEqual([
      'near',
      'D02',
      'far',
    ])
  })

  it('of two with the same deadline the one that was given first is told first', () => {
    const twins = [owed('b', 'A', '2024-03-29'), owed('a', 'A', '2024-03-29')]
    expect(told(plan(at(day), { people: [clerk], owed: twins }))).toEqual(['clerk b -3@2024-03-29,a -3@2024-03-29'])
  })
})

describe('an item says', () => {
  it('who else was told, and not the reader', () => {
    const ledger = [...saidBefore, row('-7', 'SENT', { personId: 'head', at: at('2024-03-22') })]
    const items = (who: string) =>
      plan(at(day), { ledger }).messages.find(({ recipient }) => recipient.personId === who)?.items[0]?.notifiedBefore
    expect(items('clerk')).toEqual([{ personId: 'head', day: '2024-03-22' }])
    expect(items('head')).toEqual([{ personId: 'clerk', day: '2024-03-22' }])
  })

  it('that it waits with the head, was returned, was promised, and keeps to one channel', () => {
    const item = (
      more: Partial<Owed>,
      orders: Order[] = [],
      channels: 'preferred' | 'preferredThenNext' = 'preferred',
    ) =>
      plan(at(day), {
        ...{ owed: [{ ...D02, ...more }], orders, ladders: { default: { ...defaultLadder, channels } } },
      }).messages.at(-1)?.items[0]
    expect(item({ state: 'WITH_HEAD' })).toMatchObject({ isWithHead: true, level: 'head', isBound: true })
    expect(item({ returnedOn: '2024-03-29' })).toMatchObject({ isReturned: true, tone: 'notice', isBound: false })
    expect(item({}, [], 'preferredThenNext')).toMatchObject({ isBound: false })
    expect(item({}, [order('PROMISE', '2024-03-22', 'clerk')])).toMatchObject({
      ...{ promise: { personId: 'clerk', day: '2024-03-22' }, level: 'head' },
    })
  })
})

describe('what waits for the head', () => {
  const withHead = { owed: [{ ...D02, state: 'WITH_HEAD' as const }] }

  it('is the head’s to hear of', () => {
    expect(told(plan(at(day), withHead))).toEqual(['head D02 -3@2024-03-31'])
  })

  it('is told to nobody where the ladder ends there, and is not looked at again by itself', () => {
    const over = { default: { ...defaultLadder, stopsWhen: 'WITH_HEAD' as const } }
    const decisions = plan(at(day), { ...withHead, ladders: over })
    expect(told(decisions)).toEqual([])
    expect(looked(decisions)).toEqual(new Date('9999-12-31T00:00:00Z'))
    expect(told(plan(at(day), { ladders: over }))).toHaveLength(2)
  })
})

describe('a step does not speak', () => {
  const says = (more: Partial<PlannerInput>, now = at(day)) => {
    const decisions = plan(now, { ...onlyClerk, ...more })
    return [...told(decisions), ...ends(decisions)]
  }

  it('when an officer has stopped it or skips it', () => {
    expect(says({ orders: [order('STOP')] })).toEqual(['clerk -3 null SUPERSEDED stopped'])
    expect(says({ orders: [order('SKIP', '-3@2024-03-31')] })).toEqual(['clerk -3 null SUPERSEDED skipped'])
    expect(says({ orders: [order('SKIP', '-1@2024-03-31')] })).toEqual(['clerk D02 -3@2024-03-31'])
  })

  it('up to the day that the person has promised', () => {
    const promised = (on: string) => says({ orders: [order('PROMISE', on, 'clerk')] })
    expect(promised('2024-03-27')).toEqual(['clerk -3 null SUPERSEDED promised'])
    expect(says({ orders: [order('PROMISE', '2024-03-27', 'head')] })).toEqual(['clerk D02 -3@2024-03-31'])
    // The day itself is theirs too, if it is one on which nobody asks after it.
    const saturday = {
      ledger: ['-30', '-14', '-7', '-3', '-1'].map(step => row(step, 'SENT')),
      orders: [order('PROMISE', '2024-03-30', 'clerk')],
    }
    expect(says(saturday, at('2024-03-30', '09:00'))).toEqual(['clerk 0 null SUPERSEDED promised'])
  })

  it('when it is older than its patience, in working days', () => {
    const patient = { ...once, steps: once.steps.filter(({ days }) => days === -3) }
    const on = (when: string) => says({ ladders: { default: patient }, ledger: [] }, at(when))
    expect(on('2024-04-02')).toEqual(['clerk D02 -3@2024-03-31'])
    expect(on('2024-04-03')).toEqual(['clerk -3 null EXPIRED tooLate'])
  })

  it('to a person whom no channel reaches', () => {
    const decisions = plan(at(day), { ledger: saidBefore, people: [{ ...clerk, unreachable: 'noAccount' }] })
    expect(ends(decisions)).toEqual(['clerk -3 null UNREACHABLE noAccount'])
  })

  it('a row that waited ends with what it was', () => {
    expect(says({ ledger: [...saidBefore, row('-3', 'PLANNED', { why: 'quiet' })], orders: [order('STOP')] })).toEqual([
      'clerk -3 PLANNED SUPERSEDED stopped',
    ])
    const waited = plan(at(day), { ...onlyClerk, ledger: [...saidBefore, row('-3', 'PLANNED', { why: 'quiet' })] })
    expect(waited.messages[0]?.rows[0]).toMatchObject({ was: 'PLANNED', state: 'QUEUED', why: null })
    expect(says({ ledger: [row('-7', 'PLANNED', { why: 'quiet' })] }).filter(end => end.includes(' -7 '))).toEqual([
      'clerk -7 PLANNED SUPERSEDED newer',
    ])
  })
})

describe('out of turn', () => {
  it('comes the day after a promise that was not kept, also where everything is stopped', () => {
    const orders = [order('PROMISE', '2024-03-27', 'clerk'), order('STOP')]
    const ledger = [...saidBefore, row('-3', 'SUPERSEDED', { why: 'promised' })]
    // On the day itself the person still has time until the evening, but is reminded of the word.
    expect(told(plan(at('2024-03-27'), { people: [clerk], ledger, orders }))).toEqual(['clerk D02 promise@2024-03-27'])
    const before = plan(at(day), { people: [clerk], ledger, orders })
    expect(told(before)).toEqual([])
    expect(looked(before)).toEqual(at('2024-03-27'))
  })

  it('a promise for a day off is asked after on the working day that follows', () => {
    const orders = [order('PROMISE', '2024-03-23', 'clerk')]
    expect(told(plan(at('2024-03-25'), { ...onlyClerk, orders }))).toEqual(['clerk D02 promise@2024-03-23'])
  })

  it('a promise older than a step of the ladder does not speak for it', () => {
    const orders = [order('PROMISE', '2024-03-22', 'clerk')]
    const decisions = plan(at(day), { ...onlyClerk, orders })
    expect(told(decisions)).toEqual(['clerk D02 -3@2024-03-31'])
    expect(ends(decisions)).toEqual(['clerk promise null SUPERSEDED newer'])
  })

  it('comes on the day an officer wants, to focal point and head, whatever is stopped', () => {
    const orders = [order('STOP'), order('HASTEN', '2024-03-27')]
    const ledger = ['-30', '-14', '-7', '-3'].map(step => row(step, 'SENT'))
    const decisions = plan(at('2024-03-27'), { ledger, orders })
    expect(told(decisions)).toEqual(['clerk D02 hasten@2024-03-27', 'head D02 hasten@2024-03-27'])
    expect(decisions.messages[0]?.items[0]?.tone).toBe('reminder')
    expect(looked(plan(at(day), { people: [clerk], ledger, orders }))).toEqual(at('2024-03-27'))
  })

  it('is given up after five working days', () => {
    const orders = [order('STOP'), order('HASTEN', '2024-03-18')]
    const on = (when: string) =>
      ends(plan(at(when), { people: [clerk], orders, owed: [owed('D02', 'A', '2024-05-31')] }))
    expect(on('2024-03-25')).toEqual([])
    expect(on('2024-03-26')).toEqual(['clerk hasten null EXPIRED tooLate'])
  })
})

describe('it waits', () => {
  it('for the office to open: at night, at noon and on days off, and is looked at with each beat', () => {
    for (const now of [at(day, '07:59'), at(day, '12:00'), at('2024-03-30', '09:00')]) {
      const decisions = plan(now, onlyClerk)
      expect(told(decisions)).toEqual([])
      expect(ends(decisions).filter(end => !end.endsWith('newer'))).toEqual([])
      expect(looked(decisions)).toBeNull()
    }
  })

  it('not for Monday where the plan allows to write on the day itself', () => {
    const rules = { ...defaultRules, isDueDayOffAllowed: true }
    const ledger = ['-30', '-14', '-7', '-3', '-1', '0'].map(step => row(step, 'SENT'))
    const sunday = at('2024-03-31', '09:00')
    expect(told(plan(sunday, { people: [clerk], ledger, rules }))).toEqual(['clerk D02 off@2024-03-31'])
    expect(told(plan(sunday, { people: [clerk], ledger }))).toEqual([])
    // On another day off nothing is allowed.
    expect(told(plan(at('2024-03-30', '09:00'), { people: [clerk], ledger: ledger.slice(0, 5), rules }))).toEqual([])
  })

  it('for the end of the person’s quiet hours, with a row that says so once', () => {
    const quiet = [{ ...clerk, quietFrom: '07:00', quietTo: '10:00' }]
    const first = plan(at(day), { ledger: saidBefore, people: quiet })
    expect(ends(first)).toEqual(['clerk -3 null PLANNED quiet'])
    expect(looked(first)).toBeNull()
    const again = plan(at(day), { ledger: [...saidBefore, row('-3', 'PLANNED', { why: 'quiet' })], people: quiet })
    expect(again.rows).toEqual([])
    expect(looked(again)).toBeNull()
    expect(told(plan(at(day, '10:00'), { ledger: saidBefore, people: quiet }))).toHaveLength(1)
  })

  it('for the next morning when the person has had enough messages today', () => {
    const full = [{ ...clerk, sentToday: 2 }]
    const decisions = plan(at(day), { ledger: saidBefore, people: full })
    expect(ends(decisions)).toEqual(['clerk -3 null PLANNED budget'])
    expect(looked(decisions)).toEqual(at('2024-03-27'))
    expect(told(plan(at(day), { ledger: saidBefore, people: [{ ...clerk, sentToday: 1 }] }))).toHaveLength(1)
    // The why has changed: it is written anew.
    const ledger = [...saidBefore, row('-3', 'PLANNED', { why: 'quiet' })]
    expect(ends(plan(at(day), { ledger, people: full }))).toEqual(['clerk -3 PLANNED PLANNED budget'])
  })

  it('for the earliest of what its people need', () => {
    const quiet = { ...clerk, quietFrom: '07:00', quietTo: '10:00' }
    const full = { ...clerk, personId: 'clerk-2', sentToday: 2 }
    for (const people of [
      [quiet, full],
      [full, quiet],
    ])
      expect(looked(plan(at(day), { people }))).toBeNull()
    const nextStepIsSooner = plan(at('2024-03-28'), {
      people: [{ ...full, personId: 'clerk' }],
      ledger: [...saidBefore, row('-3', 'SENT')],
    })
    expect(looked(nextStepIsSooner)).toEqual(at('2024-03-29'))
    const opensLate = { ...defaultRules, windows: [{ from: '09:00', to: '16:30' }] }
    const full28 = {
      people: [{ ...clerk, sentToday: 2 }],
      ledger: [...saidBefore, row('-3', 'SENT')],
      rules: opensLate,
    }
    expect(looked(plan(at('2024-03-28', '09:30'), full28))).toEqual(at('2024-03-29'))
  })
})

describe('a row that waits or is on its way', () => {
  const old = (state: LedgerRow['state']) => row('-3', state, { step: '-3@2024-03-28', plannedOn: '2024-03-25' })

  it('ends when its deadline has moved', () => {
    const all = ['-30', '-14', '-7', '-3'].map(step => row(step, 'SENT'))
    expect(ends(plan(at(day), { people: [clerk], ledger: [...all, old('PLANNED')] }))).toEqual([
      'clerk -3 PLANNED SUPERSEDED deadlineChanged',
    ])
    expect(ends(plan(at(day), { people: [clerk], ledger: [...all, old('QUEUED')] }))).toEqual([
      'clerk -3 QUEUED SUPERSEDED deadlineChanged',
    ])
    expect(plan(at(day), { people: [clerk], ledger: [...all, old('QUEUED')] }).rows).toEqual([
      {
        ...{ obligationId: 'D02', personId: 'clerk', step: '-3@2024-03-28', plannedOn: '2024-03-25' },
        ...{ was: 'QUEUED', state: 'SUPERSEDED', why: 'deadlineChanged' },
      },
    ])
  })

  it('ends when its person is no longer in charge', () => {
    const ledger = [...saidBefore, row('-3', 'QUEUED', { personId: 'gone' })]
    expect(ends(plan(at(day), { people: [clerk], ledger }))).toEqual(['gone -3 QUEUED SUPERSEDED notInCharge'])
  })

  it('stays when it is what is due, and one that has ended stays ended', () => {
    const queued = plan(at(day), { ...onlyClerk, ledger: [...saidBefore, row('-3', 'QUEUED')] })
    expect(queued.rows).toEqual([])
    expect(told(queued)).toEqual([])
    const states = ['SENT', 'CANCELLED', 'EXPIRED'] as const
    for (const state of states)
      expect(plan(at(day), { ...onlyClerk, ledger: [...saidBefore, row('-3', 'SENT'), old(state)] }).rows).toEqual([])
  })
})

describe('when it is looked at again', () => {
  it('is never, after the last step', () => {
    const short = { ...once, steps: once.steps.slice(0, 4) }
    const ledger = ['-30', '-14', '-7', '-3'].map(step => row(step, 'SENT'))
    expect(looked(plan(at(day), { people: [clerk], ledger, ladders: { default: short } }))).toEqual(
      new Date('9999-12-31T00:00:00Z'),
    )
  })

  it('is the first that lies ahead: a step of the ladder or the day of a promise', () => {
    const ledger = [...saidBefore, row('-3', 'SENT')]
    const next = (promised: string) =>
      looked(plan(at(day), { people: [clerk], ledger, orders: [order('PROMISE', promised, 'clerk')] }))
    expect(next('2024-03-27')).toEqual(at('2024-03-27'))
    expect(next('2024-03-29')).toEqual(at('2024-03-28'))
  })
})

it('where nobody is left to be told, nothing is decided', () => {
  const decisions = plan(at(day), { people: [] })
  expect([decisions.messages, decisions.rows]).toEqual([[], []])
  expect(looked(decisions)).toEqual(at('2024-03-28'))
})
