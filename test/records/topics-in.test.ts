import { afterAll, beforeAll, expect, it } from 'vitest'
import type { AnyKind } from '../../src/records/kind.ts'
import { topicsIn } from '../../src/records/topics-in.ts'
import { inTransaction } from '../../src/store/transaction.ts'
import { type ToyWorld, toy, toyWorld } from './toy-world.ts'

const kind: AnyKind = {
  ...toy,
  topic: ({ title }) => String(title),
  period: ({ quarter }) => `2024-${quarter}`,
}

let world: ToyWorld
beforeAll(async () => {
  world = await toyWorld()
  const handIn = async (unit: string, title: string, quarter: string, isPassed = false) => {
    const id = await world.handIn(`Đầu mối ${unit}`, { unit, title, params: { quarter } }, kind)
    if (isPassed) await world.move(`Thủ trưởng ${unit}`, id, 'approve', { kind })
    return id
  }
  await handIn('P1', 'Bi', 'Q1', true)
  await handIn('P1', 'Xe', 'Q1', true)
  await handIn('P1', 'Diều', 'Q1')
  await handIn('P1', 'Bi', 'Q2', true)
  const returned = await handIn('P1', 'Cờ', 'Q3', true)
  await world.move('Cán bộ', returned, 'return', { kind, reason: 'Chưa đúng mẫu' })
  await handIn('P2', 'Vụ', 'Q1', true)
})
afterAll(() => world.close())

async function found(more: object) {
  const wanted = { campaignId: world.campaign.id, kind: 'toy', unitCode: 'P1', states: ['SENT'], waitsFor: null }
  const of = { ...wanted, periods: ['2024-Q1', '2024-Q2'], ...more }
  const topics = await inTransaction(world.store.prisma, tx => topicsIn(tx, of))
  return Object.fromEntries([...topics].map(([period, all]) => [period, [...all].sort()]))
}

it('are those of a unit by period, of what stands in one of the states', async () => {
  expect(await found({})).toEqual({ '2024-Q1': ['Bi', 'Xe'], '2024-Q2': ['Bi'] })
  expect(await found({ periods: ['2024-Q2'] })).toEqual({ '2024-Q2': ['Bi'] })
  expect(await found({ unitCode: 'P2' })).toEqual({ '2024-Q1': ['Vụ'] })
  // What came back waits for nobody but its author.
  const ofThird = { periods: ['2024-Q3'] }
  expect([await found(ofThird), await found({ ...ofThird, states: ['RETURNED'] })]).toEqual([{}, { '2024-Q3': ['Cờ'] }])
  expect([await found({ states: [] }), await found({ kind: 'launch' }), await found({ periods: [] })]).toEqual([
    ...[{}, {}, {}],
  ])
})

it('or of what waits for a right, whatever its state', async () => {
  expect(await found({ waitsFor: 'toy.approve' })).toEqual({ '2024-Q1': ['Bi', 'Diều', 'Xe'], '2024-Q2': ['Bi'] })
  expect(await found({ states: [], waitsFor: 'toy.approve' })).toEqual({ '2024-Q1': ['Diều'] })
})
