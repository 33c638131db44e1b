import { afterAll, beforeAll, expect, it } from 'vitest'
import { type ToyWorld, t, toy, toyWorld } from './toy-world.ts'

let world: ToyWorld
beforeAll(async () => {
  world = await toyWorld()
})
afterAll(() => world.close())

it('several are taken in, each with its number; what is refused says why, and keeps its place', async () => {
  const taken = await world.takeIn('Đầu mối P1', [{ title: 'Xe gỗ' }, { unit: 'P2' }, { title: 'Diều giấy' }])
  expect(taken.map(one => ('instead' in one ? one.instead : one.record.code))).toEqual([
    'DC-001',
    { text: t('records.notAllowed') },
    'DC-002',
  ])
  expect(taken[0]).toMatchObject({ isWithHead: true, params: { unit: 'P1' } })
  expect(await world.store.prisma.record.count({ where: { kind: 'toy' } })).toBe(2)
})

it('what the kind refuses is not written, and is told in its words', async () => {
  const hooks = {
    beforeHandIn: async (_: unknown, asked: readonly { answers: { title?: unknown } }[]) =>
      asked.map(({ answers }) => (answers.title === 'Hai' ? { text: 'Trùng tên' } : null)),
  }
  const sent = [{ unit: 'P2' }, { title: 'Một' }, { title: 'Hai' }]
  const taken = await world.takeIn('Đầu mối P1', sent, { ...toy, hooks })
  expect(taken.map(one => ('instead' in one ? one.instead : one.record.title))).toEqual([
    { text: t('records.notAllowed') },
    'Một',
    { text: 'Trùng tên' },
  ])
  expect(await world.store.prisma.record.count({ where: { title: 'Hai' } })).toBe(0)
})

it('what stands with the office is not handed in again, and a correction keeps code and number', async () => {
  const id = await world.handIn('Đầu mối P1', { title: 'Con quay' })
  const { code, number } = await world.stored(id)
  await world.move('Thủ trưởng P1', id, 'approve')
  const [again] = await world.takeIn('Đầu mối P1', [{ record: id, basedOn: 1 }])
  expect(JSON.stringify(again)).toContain(code)
  expect((await world.stored(id)).version).toBe(1)
  await world.move('Cán bộ', id, 'return', { reason: 'Chưa đúng mẫu' })
  await world.handIn('Đầu mối P1', { record: id, basedOn: 1, title: 'Con quay đỏ' })
  const { versions, searchText, ...now } = await world.stored(id)
  expect(now).toMatchObject({ code, number, version: 2, title: 'Con quay đỏ' })
  expect(searchText).toBe(`${code.toLowerCase()} con quay do`)
  expect(versions.map(({ role }) => role)).toEqual(['CLERK', 'CLERK'])
  expect((await world.stored(await world.handIn('Đầu mối P1'))).number).toBeGreaterThan(number)
})

it('is late by the day on which it first reached the office, by the head’s own hand or with the head’s word, once', async () => {
  await world.owe('P1', 'D02', [], '2024-03-19')
  await world.owe('P2', 'D02', [], '2024-03-19')
  const [taken] = await world.takeIn('Thủ trưởng P2', [{ unit: 'P2' }])
  expect(taken).toMatchObject({ isWithHead: false, record: { isLate: true, state: 'SENT' } })
  const id = await world.handIn('Đầu mối P1')
  expect((await world.stored(id)).isLate).toBe(false)
  expect(await world.move('Thủ trưởng P1', id, 'approve')).toMatchObject({ ok: true, record: { isLate: true } })
  expect((await world.stored(id)).isLate).toBe(true)
})
