import { afterAll, beforeAll, expect, it } from 'vitest'
import { stageOf } from '../../src/records/duty.ts'
import { type ToyWorld, toy, toyWorld } from './toy-world.ts'

let world: ToyWorld
let duty: string
let ofOther: string
beforeAll(async () => {
  world = await toyWorld()
  duty = await world.owe('P1', 'D02', [], '2024-03-31')
  ofOther = await world.owe('P2', 'D02', [], '2024-03-31')
})
afterAll(() => world.close())

const owedAs = (id: string) => world.store.prisma.obligation.findUniqueOrThrow({ where: { id } })
const owed = () => owedAs(duty)
const nothingIn = () => world.store.prisma.obligation.updateMany({ data: { state: 'OPEN', recordId: null } })
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
  await world.move('Thủ trưởng P1', second, 'sendBack', { reason: 'Sửa lại' })
  await world.handIn('Đầu mối P1', { record: second, basedOn: 1, title: 'Hai, sửa' })
  for (const id of [first, third, second]) await world.move('Thủ trưởng P1', id, 'approve')
  expect(await owed()).toMatchObject({ state: 'MET', recordId: first })
  await returned(first)
  expect(await owed()).toMatchObject({ state: 'MET', recordId: second, returnedOn: null })
  await returned(second)
  expect(await owed()).toMatchObject({ state: 'MET', recordId: third })
  await returned(third)
  expect(await owed()).toMatchObject({ state: 'OPEN', returnedOn: '2024-03-27' })
  expect(await owedAs(ofOther)).toMatchObject({ state: 'MET', recordId: other })
})

it('a duty whose record comes back is with the head where another one waits there, and its days to correct are kept', async () => {
  await nothingIn()
  const [met, sentBack, waiting] = [
    await world.handIn('Đầu mối P1', { title: 'Bốn' }),
    await world.handIn('Đầu mối P1', { title: 'Năm' }),
    await world.handIn('Đầu mối P1', { title: 'Sáu' }),
  ]
  await world.move('Thủ trưởng P1', sentBack, 'sendBack', { reason: 'Sửa lại' })
  expect(await owed()).toMatchObject({ state: 'WITH_HEAD' })
  await world.move('Thủ trưởng P1', met, 'approve')
  expect(await owed()).toMatchObject({ state: 'MET', recordId: met })
  await returned(met)
  expect(await owed()).toMatchObject({ state: 'WITH_HEAD', recordId: waiting, returnedOn: '2024-03-27' })
  await world.move('Thủ trưởng P1', waiting, 'sendBack', { reason: 'Sửa lại' })
  expect(await owed()).toMatchObject({ state: 'OPEN' })
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

it('a kind that meets nothing leaves what is owed as it is', async () => {
  const { meets: _, ...kind } = toy
  await nothingIn()
  const id = await world.handIn('Đầu mối P1', {}, kind)
  await world.move('Thủ trưởng P1', id, 'approve', { kind })
  expect(await owed()).toMatchObject({ state: 'OPEN', recordId: null })
})

it('what is handed in together meets what each unit owes, as far as each has come', async () => {
  await world.join('Hai nơi', 'HEAD', 'P1')
  await world.join('Hai nơi', 'CLERK', 'P2')
  await nothingIn()
  const taken = await world.takeIn('Hai nơi', [{ unit: 'P2' }, { unit: 'P1' }])
  const [ofP2, ofP1] = taken.map(one => ('record' in one ? one.record.id : ''))
  expect(await owed()).toMatchObject({ state: 'MET', recordId: ofP1 })
  expect(await owedAs(ofOther)).toMatchObject({ state: 'WITH_HEAD', recordId: ofP2 })
})

it('a duty of several targets is met, or is with the head, by the last of them for its period', async () => {
  const kind = {
    ...toy,
    topic: (_: unknown, { code }: { code?: unknown }) => String(code),
    period: ({ quarter }: { quarter?: unknown }) => `2024-Q${quarter}`,
    meets: ({ topic, period }: { topic: string; period: string }) => ({ kind: 'target' as const, code: topic, period }),
  }
  const ofMany = await world.owe('P1', 'D09', ['C05', 'C09'], '2024-03-31', undefined, '2024-Q1')
  const stands = async () => (await owedAs(ofMany)).state
  const sent = (code: string, quarter: number) => ({ params: { code, quarter } })
  const first = await world.handIn('Đầu mối P1', sent('C05', 1), kind)
  await world.handIn('Đầu mối P1', sent('C09', 2), kind)
  expect(await stands()).toBe('OPEN')
  const last = await world.handIn('Đầu mối P1', sent('C09', 1), kind)
  expect(await stands()).toBe('WITH_HEAD')
  await world.move('Thủ trưởng P1', last, 'approve', { kind })
  expect(await stands()).toBe('WITH_HEAD')
  await world.move('Thủ trưởng P1', first, 'approve', { kind })
  expect(await stands()).toBe('MET')
  const elsewhere = await world.owe('P2', 'D09', ['C05', 'C09'], '2024-03-31', undefined, '2024-Q1')
  const both = [sent('C05', 1), sent('C09', 2)].map(one => ({ unit: 'P2', ...one }))
  await world.takeIn('Đầu mối P2', both, kind)
  expect((await owedAs(elsewhere)).state).toBe('OPEN')
})
