import { afterAll, beforeAll, expect, it } from 'vitest'
import { findRecords } from '../../src/records/find.ts'
import type { AnyKind } from '../../src/records/kind.ts'
import { type ToyWorld, toy, toyWorld } from './toy-world.ts'

let world: ToyWorld
let one: string
let two: string
beforeAll(async () => {
  world = await toyWorld()
  one = await world.handIn('Thủ trưởng P1', { title: 'Xe gỗ' })
  two = await world.handIn('Thủ trưởng P2', { unit: 'P2', title: 'Xe sắt' })
  await world.handIn('Đầu mối P1', { title: 'Xe giấy' })
})
afterAll(() => world.close())

const find = (name: string, words: string, kinds: readonly AnyKind[] = [toy]) =>
  world.as(name, ctx => findRecords(ctx, kinds, words.split(' ').filter(Boolean)))
const codes = async (...asked: Parameters<typeof find>) =>
  (await find(...asked)).map(({ title }) => title.split(' ')[0])

it('is found under the name of its list: its code and title, its unit and state, and where it is opened', async () => {
  const found = { group: 'Đồ chơi' }
  expect(await find('Cán bộ', 'xe')).toEqual([
    { ...found, title: 'DC-002 · Xe sắt', more: 'UBND phường Hai · Chờ tiếp nhận', page: `do-choi/${two}` },
    { ...found, title: 'DC-001 · Xe gỗ', more: 'UBND phường Một · Chờ tiếp nhận', page: `do-choi/${one}` },
  ])
  expect(await find('Thủ trưởng P1', 'giay xe')).toMatchObject([
    { title: 'DC-003 · Xe giấy', more: 'UBND phường Một · Chờ thủ trưởng duyệt' },
  ])
})

it('who opens no list finds nothing in it, nor by no word', async () => {
  expect(await find('Đầu mối P1', 'xe')).toEqual([])
  expect(await find('Cán bộ', '')).toEqual([])
  expect(await find('Cán bộ', 'xe', [])).toEqual([])
  expect(await find('Cán bộ', 'xe', [{ ...toy, name: 'launch' }])).toEqual([])
  const { approve: _, ...rights } = toy.rights
  const closed: AnyKind = { ...toy, name: 'launch', isPersonal: true, moves: {}, rights }
  expect(await codes('Cán bộ', 'xe', [closed, toy])).toEqual(['DC-002', 'DC-001'])
  const personal: AnyKind = { ...toy, isPersonal: true, rights: { ...toy.rights, see: toy.rights.write } }
  for (const words of ['giay', 'dc-003']) expect(await find('Thủ trưởng P1', words, [personal])).toEqual([])
})

it('several kinds are looked through at once, each under its own name', async () => {
  const launch: AnyKind = { ...toy, name: 'launch', path: 'phat-dong' }
  await world.store.prisma.record.update({ where: { id: two }, data: { kind: 'launch' } })
  expect(await find('Cán bộ', 'xe', [toy, launch])).toMatchObject([
    { group: 'Văn bản phát động', page: `phat-dong/${two}` },
    { group: 'Đồ chơi', page: `do-choi/${one}` },
  ])
  await world.store.prisma.record.update({ where: { id: two }, data: { kind: 'toy' } })
})

it('of what waits for its head others find the code, and not what it is called now', async () => {
  await world.move('Cán bộ', one, 'return', { reason: 'Chưa đúng mẫu' })
  await world.handIn('Đầu mối P1', { record: one, basedOn: 1, title: 'Xe gỗ đỏ' })
  expect(await codes('Cán bộ', 'do')).toEqual([])
  expect(await find('Cán bộ', 'dc-001')).toMatchObject([{ title: 'DC-001', more: 'UBND phường Một · Đã trả lại' }])
  expect(await find('Thủ trưởng P1', 'dc-001')).toMatchObject([
    { title: 'DC-001 · Xe gỗ đỏ', more: 'UBND phường Một · Chờ thủ trưởng duyệt' },
  ])
})

it('of very many the one of that code is the first, then the latest, and so many as are looked through', async () => {
  await world.store.prisma.$executeRaw`
    INSERT INTO record (id, kind, campaign_id, unit_code, number, code, state, version, passed_version, author_id, title, search_text,
      sent_at, received_at)
    SELECT gen_random_uuid(), kind, campaign_id, unit_code, n, 'DC-' || n, state, 1, 1, author_id, title, 'dc-002 ' || n,
      sent_at + interval '1 minute' * n, received_at
    FROM record, generate_series(1001, 2100) n WHERE id = ${two}::uuid`
  const latest = Array.from({ length: 30 }, (_, nth) => `DC-${2100 - nth}`)
  expect(await codes('Cán bộ', 'dc-002')).toEqual(['DC-002', ...latest.slice(0, 29)])
  // Nor is what stands apart a code.
  for (const words of ['002', 'dc-00 2']) expect(await codes('Cán bộ', words)).toEqual(latest)
  expect(await codes('Cán bộ', '1999')).toEqual(['DC-1999'])
})
