import { afterAll, beforeAll, expect, it } from 'vitest'
import { stageOf } from '../../src/records/duty.ts'
import { type ToyWorld, toy, toyWorld } from './toy-world.ts'

let world: ToyWorld
let duty: string
beforeAll(async () => {
  world = await toyWorld()
  duty = await world.owe('P1', 'D02', [], '2024-03-31')
})
afterAll(() => world.close())

const owed = () => world.store.prisma.obligation.findUniqueOrThrow({ where: { id: duty } })
const returned = (id: string) => world.move('Cán bộ', id, 'return', { reason: 'Sửa lại toàn bộ' })

it('a record is with its head, meets its duty where its state counts, or leaves it open', () => {
  expect(stageOf(toy, { state: 'SENT', waitsFor: 'toy.approve' })).toBe('WITH_HEAD')
  expect(stageOf(toy, { state: 'SENT', waitsFor: 'toy.decide' })).toBe('MET')
  expect(stageOf(toy, { state: 'RETURNED', waitsFor: null })).toBe('OPEN')
  expect(stageOf(toy, { state: 'of-an-older-release', waitsFor: null })).toBe('OPEN')
})

it('a duty is met by the first of several that counts, and open when none does', async () => {
  const other = await world.handIn('Thủ trưởng P2', { unit: 'P2' })
  const ids: string[] = []
  for (const title of ['Một', 'Hai', 'Ba']) ids.push(await world.handIn('Đầu mối P1', { title }))
  const [first = '', second = '', third = ''] = ids
  expect((await owed()).state).toBe('WITH_HEAD')
  for (const id of [first, third, second]) await world.move('Thủ trưởng P1', id, 'approve')
  expect(await owed()).toMatchObject({ state: 'MET', recordId: first })
  await returned(first)
  expect(await owed()).toMatchObject({ state: 'MET', recordId: second, returnedOn: null })
  await returned(second)
  expect(await owed()).toMatchObject({ state: 'MET', recordId: third })
  await returned(third)
  expect(await owed()).toMatchObject({ state: 'OPEN', returnedOn: '2024-03-27' })
  expect((await world.stored(other)).state).toBe('SENT')
})

it('late is judged by when it was sent, by Vietnam’s day, whatever the day of the head’s word', async () => {
  await world.store.prisma.obligation.update({ where: { id: duty }, data: { dueOn: '2024-03-20', state: 'OPEN' } })
  const id = await world.handIn('Đầu mối P1')
  world.clock.advance(5 * 24 * 3_600_000)
  expect(await world.move('Thủ trưởng P1', id, 'approve')).toMatchObject({ ok: true, record: { isLate: false } })
  expect(await owed()).toMatchObject({ state: 'MET', isLate: false, recordId: id })
  const { metAt } = await owed()
  await world.move('Cán bộ', id, 'accept')
  expect((await owed()).metAt).toEqual(metAt)
})
