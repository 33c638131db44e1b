import { afterAll, beforeAll, expect, it } from 'vitest'
import { after } from '../../src/clock.ts'
import { recordsThen } from '../../src/records/stood-at.ts'
import { recordsGoOn } from '../../src/records/succession.ts'
import { type ToyWorld, toy, toyWorld } from './toy-world.ts'

let world: ToyWorld
/** Twice handed in, and the second time not let through yet at noon. */
let twice: string
let inSecond: string
let other: string
let noon: Date
beforeAll(async () => {
  world = await toyWorld()
  const passed = async (unit: string, title: string) => {
    const id = await world.handIn(`Đầu mối ${unit}`, { unit, title })
    await world.move(`Thủ trưởng ${unit}`, id, 'approve')
    return id
  }
  const again = async (id: string, title: string) => {
    await world.move('Cán bộ', id, 'return', { reason: 'Làm lại từ đầu' })
    await world.handIn('Đầu mối P1', { record: id, basedOn: 1, title })
    await world.move('Thủ trưởng P1', id, 'approve')
  }
  twice = await passed('P1', 'Xe gỗ')
  inSecond = await passed('P1', 'Con quay')
  await again(inSecond, 'Con quay hai')
  other = await passed('P2', 'Diều giấy')
  // What was sent back, and what never passed, counts nowhere.
  const back = await passed('P2', 'Búp bê')
  await world.move('Cán bộ', back, 'return', { reason: 'Làm lại từ đầu' })
  await world.handIn('Đầu mối P2', { unit: 'P2', title: 'Bi ve' })
  noon = after(world.clock.now(), 500)
  await again(twice, 'Xe sắt')
  await world.as('Cán bộ', ctx => recordsGoOn(ctx, [toy], { from: 'P1', to: 'P2', ids: [inSecond] }))
  await world.move('Cán bộ', inSecond, 'accept')
  // The order of numbers is not that of ids.
  await world.store.prisma.record.update({ where: { id: twice }, data: { number: 90 } })
})
afterAll(() => world.close())

const then = (before: Date | null, unit: string | null = null, of: { kind?: typeof toy; campaign?: string } = {}) =>
  world.as('Cán bộ', async ctx => {
    const campaign = { ...ctx.campaign, id: of.campaign ?? ctx.campaign.id }
    const found = await recordsThen({ ...ctx, campaign }, of.kind ?? toy, before, unit)
    return found.map(({ record, version, state, unitCode, origin }) => {
      const { title } = version.answers as unknown as { title: { value: string } }
      expect(version.recordId).toBe(record.id)
      return [record.id, version.version, title.value, state, unitCode, origin]
    })
  })

it('each with the version that had passed then, by number, and none that did not count', async () => {
  expect(await then(noon)).toEqual([
    [inSecond, 2, 'Con quay hai', 'SENT', 'P1', 'P1'],
    [other, 1, 'Diều giấy', 'SENT', 'P2', 'P2'],
    [twice, 1, 'Xe gỗ', 'SENT', 'P1', 'P1'],
  ])
  expect(await then(null)).toEqual([
    [inSecond, 2, 'Con quay hai', 'ACCEPTED', 'P2', 'P1'],
    [other, 1, 'Diều giấy', 'SENT', 'P2', 'P2'],
    [twice, 2, 'Xe sắt', 'SENT', 'P1', 'P1'],
  ])
})

it('of one unit those that it had then', async () => {
  const ids = async (before: Date | null, unit: string) => (await then(before, unit)).map(([id]) => id)
  expect([await ids(noon, 'P1'), await ids(noon, 'P2')]).toEqual([[inSecond, twice], [other]])
  expect([await ids(null, 'P1'), await ids(null, 'P2')]).toEqual([[twice], [inSecond, other]])
})

it('of another kind, of another campaign and of long ago there are none', async () => {
  expect(await then(null, null, { kind: { ...toy, name: 'launch' } })).toEqual([])
  expect(await then(null, null, { campaign: '00000000-0000-4000-8000-000000000000' })).toEqual([])
  expect(await then(new Date(0))).toEqual([])
})
