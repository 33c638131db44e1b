import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { fold } from '../../src/reading/text.ts'
import { idsOfList, listRecords } from '../../src/records/list.ts'
import { type ToyWorld, toy, toyWorld } from './toy-world.ts'

const titles = [
  'Tạ tay',
  'Đèn lồng',
  'Tam cúc',
  'Ô ăn quan',
  'Ăn ô',
  'An ô',
  'Tả pí',
  'Dế mèn',
  'Em bé',
  'Ong',
  'tà áo',
]
const inOrder = [
  'An ô',
  'Ăn ô',
  'Dế mèn',
  'Đèn lồng',
  'Em bé',
  'Ong',
  'Ô ăn quan',
  'tà áo',
  'Tạ tay',
  'Tả pí',
  'Tam cúc',
].toSorted(new Intl.Collator('vi').compare)

const authors = ['Tạ Văn Sáu', 'Đỗ Thị Ánh', 'Dương Thị An', 'Ân', 'Ánh']
const long =
  'Nhân rộng mô hình hẻm văn minh, nhà ngăn nắp, bếp gọn gàng ở các khu phố của phường, của xã và của các trường: '

let world: ToyWorld
beforeAll(async () => {
  world = await toyWorld()
  for (const [code, name] of [
    ['P1', 'Phường Đông'],
    ['P2', 'Phường Dũng'],
  ] as const)
    await world.store.prisma.unit.update({ where: { code }, data: { name, nameFolded: fold(name) } })
  for (const title of titles) await world.handIn('Thủ trưởng P1', { title })
})
afterAll(() => world.close())

const listed = (column: string, isDescending: boolean, page = 1, size = 20) =>
  world.as('Cán bộ', async ctx => {
    const query = { q: '', filters: {}, page, size, sort: { column, isDescending } }
    const { records } = await listRecords(ctx, toy, query)
    return { records: records.map(({ record }) => record), ids: await idsOfList(ctx, toy, query) }
  })

describe.each([
  ['upwards', false, inOrder],
  ['downwards', true, inOrder.toReversed()],
])('a list that is sorted by words %s', (_, isDescending, expected) => {
  it('has them in the order of Vietnamese, accents last, page after page', async () => {
    for (const size of [20, 4]) {
      const pages = await Promise.all([1, 2, 3].map(page => listed('title', isDescending, page, size)))
      expect(pages.flatMap(({ records }) => records.map(({ title }) => title))).toEqual(expected)
      expect(pages[0]?.ids).toEqual(pages.flatMap(({ records }) => records.map(({ id }) => id)))
    }
  })
})

test('words that begin alike for long are told apart by the rest; numbers by their worth, who answered nothing comes last', async () => {
  for (const [last, count] of [
    ['b', 10],
    ['c', 9],
    ['a', null],
  ] as const) {
    const id = await world.handIn('Thủ trưởng P2', { unit: 'P2', title: `${long}${last}` })
    const answer = JSON.stringify({ count: { value: count, typed: '' } })
    await world.store.prisma
      .$executeRaw`UPDATE record_version SET answers = answers || ${answer}::jsonb WHERE record_id = ${id}::uuid`
  }
  const ends = async (column: string, isDescending: boolean) =>
    (await listed(column, isDescending)).records.flatMap(({ title }) => (title.startsWith(long) ? [title.at(-1)] : []))
  expect(await ends('title', false)).toEqual(['a', 'b', 'c'])
  expect(await ends('title', true)).toEqual(['c', 'b', 'a'])
  expect(await ends('count', false)).toEqual(['c', 'b', 'a'])
  expect(await ends('count', true)).toEqual(['b', 'c', 'a'])
})

test('those of one unit and of one person stand together, units and people in the order of their names', async () => {
  for (const name of authors) {
    await world.join(name, 'HEAD', 'P1')
    await world.handIn(name, { title: `Của ${name}` })
  }
  await world.handIn('Thủ trưởng P2', { unit: 'P2', title: 'Của Dũng' })
  const units = (await listed('unit', false)).records.map(({ unitCode }) => unitCode)
  expect(units).toEqual(units.toSorted().toReversed())
  const { prisma } = world.store
  const names = new Map((await prisma.person.findMany()).map(({ id, fullName }) => [id, fullName]))
  const byAuthor = (await listed('author', false, 1, 50)).records.map(({ authorId }) => names.get(authorId) ?? '')
  expect(byAuthor).toEqual(byAuthor.toSorted(new Intl.Collator('vi').compare))
  expect([...new Set(byAuthor)]).toEqual([
    'Ánh',
    'Ân',
    'Dương Thị An',
    'Đỗ Thị Ánh',
    'Tạ Văn Sáu',
    'Thủ trưởng P1',
    'Thủ trưởng P2',
  ])
})
