import { describe, expect, it } from 'vitest'
import { type LedgerRow, ledgerIndex, notifiedBefore, rowKey } from '../../../src/reminders/plan/ledger.ts'
import { noOrders, type Order, Orders, ordersIndex } from '../../../src/reminders/plan/order.ts'
import { timeZone } from '../a-world.ts'

const order = (kind: Order['kind'], value = '', personId: string | null = null, at = 0): Order => ({
  ...{ obligationId: 'x', kind, value, personId },
  at: new Date(at),
})

describe('orders', () => {
  it('stop and resume, the latest of the two holds', () => {
    const isStopped = (...kinds: Order['kind'][]) => new Orders(kinds.map(kind => order(kind))).isStopped
    expect(isStopped('STOP')).toBe(true)
    expect(isStopped('STOP', 'RESUME')).toBe(false)
    expect(isStopped('STOP', 'RESUME', 'STOP', 'SKIP')).toBe(true)
    expect(isStopped('SKIP', 'PROMISE')).toBe(false)
    expect(noOrders.isStopped).toBe(false)
  })

  it('skip the steps that they name and hasten on the days that they name, each once', () => {
    const orders = new Orders([
      order('SKIP', '+1@2024-03-31'),
      order('HASTEN', '2024-03-26'),
      order('HASTEN', '2024-03-26'),
      order('HASTEN', '2024-03-28'),
    ])
    expect([...orders.skipped]).toEqual(['+1@2024-03-31'])
    expect(orders.hastened).toEqual(['2024-03-26', '2024-03-28'])
  })

  it('promise for the person, the latest day; those above see the latest of anybody', () => {
    const orders = new Orders([
      order('PROMISE', '2024-04-02', 'lan'),
      order('PROMISE', '2024-04-05', 'lan'),
      order('PROMISE', '2024-04-03', 'hùng'),
      order('SKIP', '2024-04-09', 'lan'),
    ])
    expect(orders.promisedBy('lan')).toBe('2024-04-05')
    expect(orders.promisedBy('mai')).toBeUndefined()
    expect(orders.promise).toEqual({ personId: 'hùng', day: '2024-04-03' })
    expect(new Orders([order('PROMISE', '2024-04-02', null)]).promise).toBeUndefined()
    expect(new Orders([order('HASTEN', '2024-04-02', 'lan')]).promise).toBeUndefined()
  })

  it('of one person say for this person only that it is not theirs', () => {
    const orders = new Orders([order('NOT_MINE', '', 'lan'), order('PROMISE', '2024-04-02', 'hùng')])
    expect(['lan', 'hùng'].map(id => orders.isNotMine(id))).toEqual([true, false])
  })

  it('are taken in the order in which they were given, whatever the order in which they are read', () => {
    const given = [
      order('RESUME', '', null, 2),
      { ...order('STOP', '', null, 5), obligationId: 'y' },
      order('STOP', '', null, 1),
    ]
    const index = ordersIndex(given)
    expect([...index.keys()].sort()).toEqual(['x', 'y'])
    expect(index.get('x')?.isStopped).toBe(false)
    expect(index.get('y')?.isStopped).toBe(true)
  })
})

const row = (personId: string, state: LedgerRow['state'], at: string, step = '0', obligationId = 'x'): LedgerRow => ({
  ...{ obligationId, personId, step, state, plannedOn: '2024-03-29', why: null },
  at: new Date(at),
})

describe('the ledger', () => {
  it('is found by obligation, then by person and step; an index is taken as it is', () => {
    const rows = [
      row('lan', 'SENT', '2024-03-20T01:00:00Z', '-3'),
      row('lan', 'SENT', '2024-03-21T01:00:00Z', '0'),
      row('lan', 'SENT', '2024-03-21T01:00:00Z', '0', 'y'),
    ]
    const index = ledgerIndex(rows)
    expect([...index.keys()]).toEqual(['x', 'y'])
    expect([...(index.get('x')?.keys() ?? [])]).toEqual(['lan|-3', 'lan|0'])
    expect(index.get('x')?.get(rowKey('lan', '0'))).toBe(rows[1])
    expect(ledgerIndex(index)).toBe(index)
  })

  it('knows who was told, each on the latest day, in the order of these days', () => {
    const rows = ledgerIndex([
      row('hùng', 'SENT', '2024-03-21T01:00:00Z', '-3'),
      row('lan', 'ACKNOWLEDGED', '2024-03-22T01:00:00Z', '-1'),
      row('lan', 'SENT', '2024-03-20T18:00:00Z', '-3'),
      row('mai', 'SENT', '2024-03-18T01:00:00Z', '-3'),
      row('mai', 'QUEUED', '2024-03-19T01:00:00Z'),
    ]).get('x')
    expect(notifiedBefore(rows ?? new Map(), timeZone)).toEqual([
      { personId: 'mai', day: '2024-03-19' },
      { personId: 'hùng', day: '2024-03-21' },
      { personId: 'lan', day: '2024-03-22' },
    ])
    const night = ledgerIndex([row('lan', 'SENT', '2024-03-20T18:00:00Z')]).get('x')
    expect(notifiedBefore(night ?? new Map(), timeZone)).toEqual([{ personId: 'lan', day: '2024-03-21' }])
  })

  it('counts as told nobody to whom nothing went', () => {
    const states = ['PLANNED', 'SUPERSEDED', 'CANCELLED', 'EXPIRED', 'UNREACHABLE'] as const
    const rows = ledgerIndex(states.map(state => row(state, state, '2024-03-20T01:00:00Z'))).get('x')
    expect(notifiedBefore(rows ?? new Map(), timeZone)).toEqual([])
  })
})
