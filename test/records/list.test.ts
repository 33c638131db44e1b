import { afterAll, beforeAll, expect, it } from 'vitest'
import { instantOf } from '../../src/clock.ts'
import type { DeskQuery } from '../../src/contract/desk-page.ts'
import { idsOfList, listRecords, recordsOf } from '../../src/records/list.ts'
import { talkative, talkativeTexts } from './talkative-toy.ts'
import { type ToyWorld, toy, toyWorld } from './toy-world.ts'

let world: ToyWorld
let accepted: string
let sent: string
let gated: string
let corrected: string

beforeAll(async () => {
  world = await toyWorld(talkativeTexts)
  await world.owe('P2', 'D02', [], '2024-03-19')
  const handIn = async (unit: string, title: string, story: string) =>
    world.handIn(`Đầu mối ${unit}`, { unit, title, answers: { story } }, talkative)
  accepted = await handIn('P1', 'Xe gỗ', 'Ngắn')
  sent = await handIn('P2', 'Diều', 'Dài')
  gated = await handIn('P1', 'Ấm', 'Dài')
  corrected = await handIn('P1', 'Bóng', 'Ngắn')
  for (const id of [accepted, corrected]) await world.move('Thủ trưởng P1', id, 'approve', { kind: talkative })
  await world.move('Thủ trưởng P2', sent, 'approve', { kind: talkative })
  await world.move('Cán bộ', accepted, 'accept', { kind: talkative })
  await world.move('Cán bộ', corrected, 'return', { kind: talkative, reason: 'Chưa đúng mẫu' })
  const again = { record: corrected, basedOn: 1, title: 'Bóng đỏ', answers: { story: 'Dài' } }
  await world.handIn('Đầu mối P1', again, talkative)
  const before = instantOf('2024-03-18T16:59:59Z')
  await world.store.prisma.record.update({ where: { id: accepted }, data: { sentAt: before } })
})
afterAll(() => world.close())

const query = { q: '', filters: {}, page: 1, size: 10 }
const list = (name: string, more: Partial<DeskQuery> = {}, kind = talkative) =>
  world.as(name, ctx => listRecords(ctx, kind, { ...query, ...more }))
const ids = (name: string, more: Partial<DeskQuery> = {}, kind = talkative) =>
  world.as(name, ctx => idsOfList(ctx, kind, { ...query, ...more }))
/** The codes of what is listed, which the ids of all of it name too. */
async function codes(name: string, more: Partial<DeskQuery> = {}, kind = talkative) {
  const { records, total } = await list(name, more, kind)
  expect(await ids(name, more, kind)).toEqual(records.map(({ record }) => record.id))
  expect(total).toBe(records.length)
  return records.map(({ record }) => record.code)
}

it('lists what a person sees, the latest first: of what waits for its head the version before, or nothing', async () => {
  expect(await codes('Cán bộ')).toEqual(['DC-004', 'DC-002', 'DC-001'])
  expect(await codes('Đầu mối P1')).toEqual(['DC-004', 'DC-003', 'DC-001'])
  expect(await codes('Thủ trưởng P2')).toEqual(['DC-002'])
  const rights = { ...talkative.rights, see: talkative.rights.write }
  const personal = { ...talkative, isPersonal: true as const, rights }
  expect(await codes('Cán bộ', {}, personal)).toEqual([])
  // Of a person, colleagues who may see it do so from outside, too.
  expect(await codes('Thủ trưởng P1', {}, personal)).toEqual(['DC-004', 'DC-001'])
  expect((await list('Thủ trưởng P1', {}, personal)).records[0]).toMatchObject({ isInside: false })
  expect((await list('Đầu mối P1', {}, personal)).records[0]).toMatchObject({ isInside: true })
  expect(await codes('Cán bộ', {}, { ...talkative, name: 'launch' })).toEqual([])
})

it('a line knows of a record what its columns show, of the version that is seen, and whence it is looked at', async () => {
  const { versions, moves: _, ...stored } = await world.stored(corrected)
  const [outside] = (await list('Cán bộ')).records
  expect(outside).toEqual({
    record: {
      ...{ id: corrected, code: 'DC-004', unitCode: 'P1', topic: 'PAPER', period: '', title: 'Bóng đỏ', isLate: false },
      ...{ authorId: stored.authorId, state: 'RETURNED', waitsFor: 'toy.approve', version: 2, passedVersion: 1 },
    },
    version: {
      ...{ form: 'toy', formVersion: 1, sentAt: versions[0]?.sentAt },
      answers: { title: { value: 'Bóng', typed: '«Bóng»' }, madeOn: { value: '2024-03-18', typed: '' } },
    },
    isInside: false,
  })
  const [inside] = (await list('Đầu mối P1')).records
  expect(inside).toMatchObject({
    isInside: true,
    version: { sentAt: stored.sentAt, answers: { title: { value: 'Bóng đỏ' } } },
  })
  const cells = { headings: ['toy.thing'], of: () => [] }
  const [whole] = (await list('Cán bộ', {}, { ...talkative, cells })).records
  expect(whole?.version.answers).toEqual(versions[0]?.answers)
  const [none] = (await list('Cán bộ', {}, { ...talkative, columns: [] })).records
  expect(none?.version.answers).toEqual({})
})

it.each([
  [{ state: 'ACCEPTED' }, ['DC-001']],
  [{ state: 'open' }, ['DC-004', 'DC-002']],
  [{ late: 'yes' }, ['DC-002']],
  [{ late: 'no' }, ['DC-004', 'DC-002', 'DC-001']],
  [{ moi: 'moi-gui' }, ['DC-004', 'DC-002']],
  [{ unit: 'P1' }, ['DC-004', 'DC-001']],
  [{ topic: 'WOOD' }, ['DC-001']],
  // What the correction says is the head's to let through.
  [{ story: 'Ngắn' }, ['DC-004', 'DC-001']],
  [{ story: 'Dài', unit: 'P1' }, []],
  [{ title: 'Diều' }, ['DC-004', 'DC-002', 'DC-001']],
])('is filtered by %j', async (filters, found) => {
  expect(await codes('Cán bộ', { filters })).toEqual(found)
})

it('is filtered from inside by what stands there, and by nothing that the kind does not tell apart', async () => {
  expect(await codes('Đầu mối P1', { filters: { story: 'Dài' } })).toEqual(['DC-004', 'DC-003'])
  const filters = { topic: 'WOOD', story: 'Ngắn', state: 'open' }
  expect(await codes('Cán bộ', { filters: { topic: 'WOOD', story: 'Ngắn' } }, toy)).toHaveLength(3)
  expect(await codes('Cán bộ', { filters }, toy)).toEqual([])
})

it('is searched, whatever stands between the words; what waits for its head is found by its code alone', async () => {
  expect(await codes('Cán bộ', { q: '  Gỗ   xe ' })).toEqual(['DC-001'])
  expect(await codes('Cán bộ', { q: 'phường một' })).toEqual(['DC-004', 'DC-001'])
  expect(await codes('Cán bộ', { q: 'bóng' })).toEqual([])
  expect(await codes('Cán bộ', { q: 'dc-004' })).toEqual(['DC-004'])
  expect(await codes('Đầu mối P1', { q: 'đỏ bóng' })).toEqual(['DC-004'])
  expect(await codes('Cán bộ', { q: 'gỗ', filters: { unit: 'P2' } })).toEqual([])
})

it('is read page by page, and as a whole', async () => {
  const page = (nth: number) => list('Cán bộ', { page: nth, size: 2 })
  const [first, second] = [await page(1), await page(2)]
  expect([first, second].map(({ total, isMore }) => [total, isMore])).toEqual([
    [3, false],
    [3, false],
  ])
  expect([first, second].map(({ records }) => records.map(({ record }) => record.code))).toEqual([
    ...[['DC-004', 'DC-002'], ['DC-001']],
  ])
  expect((await page(3)).records).toEqual([])
  expect(await ids('Cán bộ', { filters: { state: 'NEW' } })).toEqual([])
  const asked = [accepted, gated, corrected, sent]
  const seen = await world.as('Cán bộ', ctx => recordsOf(ctx, talkative, asked))
  expect(seen.map(({ record }) => record.id)).toEqual([accepted, corrected, sent])
})

it('of more than are counted it is said that there are more; a word that many hold is found in all of them', async () => {
  const many = (from: number, to: number) => world.store.prisma.$executeRaw`
    INSERT INTO record (id, kind, campaign_id, unit_code, number, code, state, version, passed_version, author_id, title, search_text,
      sent_at, received_at)
    SELECT gen_random_uuid(), kind, campaign_id, unit_code, n, 'DC-' || n, state, 1, 1, author_id, title, 'dc-' || n || ' nhieu', sent_at,
      received_at
    FROM record, generate_series(${from}::int, ${to}::int) n WHERE id = ${sent}::uuid`
  const counted = async () => {
    const { total, isMore } = await list('Cán bộ', { q: 'nhiều' })
    return [total, isMore]
  }
  await many(1001, 1500)
  expect(await counted()).toEqual([500, false])
  await many(1501, 1501)
  expect(await counted()).toEqual([500, true])
  await many(1502, 2002)
  expect(await ids('Cán bộ', { q: 'nhiều' })).toHaveLength(1002)
  expect(await ids('Cán bộ', { q: 'nhiều 1777' })).toHaveLength(1)
})
