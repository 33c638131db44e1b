import { afterAll, beforeAll, expect, it } from 'vitest'
import { instantOf } from '../../src/clock.ts'
import { idsOfList, listRecords } from '../../src/records/list.ts'
import { sortsOf } from '../../src/records/order.ts'
import { talkative, talkativeTexts } from './talkative-toy.ts'
import { type ToyWorld, toy, toyWorld } from './toy-world.ts'

let world: ToyWorld
/** Of each record the letter that it goes by below. */
const letters = new Map<string, string>()

beforeAll(async () => {
  world = await toyWorld(talkativeTexts)
  await world.join('Bình', 'CLERK', 'P2')
  await world.join('An', 'CLERK', 'P1')
  await world.join('Cúc', 'HEAD', 'P1')
  const records = [
    ['A', 'Bình', 'P2', 'Mèo', '2024-03-12'],
    ['B', 'An', 'P1', 'Xe', '2024-03-11'],
    ['C', 'Cúc', 'P1', 'Bi', '2024-03-13'],
  ] as const
  for (const [letter, name, unit, title, madeOn] of records) {
    const id = await world.handIn(name, { unit, title, answers: { madeOn } }, talkative)
    letters.set(id, letter)
    if (letter !== 'C') await world.move(`Thủ trưởng ${unit}`, id, 'approve', { kind: talkative })
  }
  const [a = '', b = '', c = ''] = letters.keys()
  await world.move('Cán bộ', b, 'accept', { kind: talkative })
  await world.move('Cán bộ', a, 'return', { kind: talkative, reason: 'Chưa đúng mẫu' })
  // The last in the list by its title from outside, the first from inside.
  await world.handIn('Bình', { unit: 'P2', record: a, basedOn: 1, title: 'A' }, talkative)
  const at = (id: string, sentAt: string) =>
    world.store.prisma.record.update({ where: { id }, data: { sentAt: instantOf(sentAt) } })
  await at(a, '2024-03-20T03:00:00Z')
  await at(b, '2024-03-20T05:00:00Z')
  await at(c, '2024-03-20T04:00:00Z')
})
afterAll(() => world.close())

const query = { q: '', filters: {}, page: 1, size: 10 }
const lettersOf = (ids: readonly string[]) => ids.map(id => letters.get(id)).join('')
async function listed(name: string, sort?: { column: string; isDescending: boolean }, kind = talkative) {
  const asked = sort ? { ...query, sort } : query
  const { records } = await world.as(name, ctx => listRecords(ctx, kind, asked))
  const ids = await world.as(name, ctx => idsOfList(ctx, kind, asked))
  const inOrder = lettersOf(ids)
  expect(lettersOf(records.map(({ record }) => record.id))).toBe(inOrder)
  return inOrder
}

it('a list is sorted by its columns, of which answers are some only where the kind shows answers', () => {
  expect(sortsOf(talkative)).toEqual(['code', 'unit', 'title', 'madeOn', 'author', 'sentAt', 'trang-thai'])
  expect(sortsOf(toy)).toEqual(['code', 'unit', 'title', 'sentAt', 'trang-thai'])
  const cells = { headings: ['toy.thing'], of: () => [] }
  expect(sortsOf({ ...talkative, cells })).toEqual(['code', 'unit', 'author', 'sentAt', 'trang-thai'])
})

it('without a wish the latest come first', async () => {
  expect(await listed('Cán bộ')).toBe('BCA')
})

it.each([
  ['code', 'ABC', 'CBA'],
  // Of one unit the latest first, whichever way the units go.
  ['unit', 'ABC', 'BCA'],
  ['title', 'CAB', 'BAC'],
  ['madeOn', 'BAC', 'CAB'],
  ['author', 'BAC', 'CAB'],
  ['sentAt', 'ACB', 'BCA'],
  // As the kind lists its states, and not by their letters.
  ['trang-thai', 'CAB', 'BAC'],
])('by «%s» they stand in its order, up and down', async (column, up, down) => {
  expect(await listed('Cán bộ', { column, isDescending: false })).toBe(up)
  expect(await listed('Cán bộ', { column, isDescending: true })).toBe(down)
})

it('sorted is what the person sees: of what waits for its head, others see the version before', async () => {
  const sort = { column: 'title', isDescending: false }
  expect(await listed('Đầu mối P2', sort)).toBe('A')
  await world.join('Hai phường', 'CLERK', 'P1')
  await world.join('Hai phường', 'CLERK', 'P2')
  expect(await listed('Hai phường', sort)).toBe('ACB')
})

it('what has no such answer stands last, the latest first, whichever way', async () => {
  const [a = ''] = letters.keys()
  await world.store.prisma
    .$executeRaw`UPDATE record_version SET answers = answers - 'madeOn' WHERE record_id = ${a}::uuid`
  expect(await listed('Cán bộ', { column: 'madeOn', isDescending: false })).toBe('BCA')
  expect(await listed('Cán bộ', { column: 'madeOn', isDescending: true })).toBe('CBA')
  expect(await listed('Cán bộ', { column: 'of-another-form', isDescending: false })).toBe('BCA')
})
