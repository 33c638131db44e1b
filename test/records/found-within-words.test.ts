import { afterAll, beforeAll, expect, it, test } from 'vitest'
import { launching } from '../../src/features/launch/feature.ts'
import { findRecords } from '../../src/records/find.ts'
import { listRecords } from '../../src/records/list.ts'
import { written } from '../../src/records/may-hold.ts'
import { type ChatWorld, chatWorld } from '../features/initiatives/chat-world.ts'

let world: ChatWorld

beforeAll(async () => {
  world = await chatWorld('2024-03-20T02:00:00Z', { features: [launching] })
  await world.join('Đầu mối', 'CLERK', 'P1')
  await world.join('Chủ tịch phường', 'WARD_CHAIR', 'P1')
  await world.join('Cán bộ', 'PNV', 'NV')
  await world.owe('P1', 'D02', [], '2024-03-31')
  await world.say('Đầu mối', 'phát động')
  await world.sendFile('Đầu mối', 'van-ban.pdf')
  await world.store.prisma.storedFile.updateMany({ data: { state: 'STORED' } })
  await world.talk('Đầu mối', 'xong', "12/KH-UBND's", '18/3/2024', 'bỏ qua', '1')
  const record = await world.store.prisma.record.findFirstOrThrow()
  const page = launching.page
  await world.as(
    'Chủ tịch phường',
    ctx => page?.act(ctx, record.id, 'approve', '') ?? Promise.reject(new Error('no page')),
  )
})
afterAll(() => world.close())

const kinds = [launching.record]

const inBox = (...words: string[]) => world.as('Cán bộ', ctx => findRecords(ctx, kinds, words))

const inList = (q: string) =>
  world.as('Cán bộ', ctx => listRecords(ctx, launching.record, { q, filters: {}, page: 1, size: 10 }))

it.each(['pd-001', '-001', 'd-0', "ubnd's", "nd's", 'ubnd', 'phuong', 'huon', 'mot huon 12/kh'])(
  'a record is found by «%s»: words, their middles and ends, signs, the name of its unit, by the box and in its list',
  async words => {
    expect(await inBox(...words.split(' '))).toHaveLength(1)
    expect(await inList(words)).toMatchObject({ total: 1, isMore: false, records: [{}] })
  },
)

it.each(['pd-0011', "''", '\\', 'hai', 'mot hai', '&', ':*', 'ubnd & pd'])(
  'nothing holds «%s», and nothing is found by it',
  async words => {
    expect(await inBox(...words.split(' '))).toEqual([])
    expect(await inList(words)).toMatchObject({ total: 0, records: [] })
  },
)

test('both read an index, and no text is too long for it', async () => {
  const { prisma } = world.store
  const long = Array.from({ length: 60_000 }, (_, nth) => `${nth.toString(36)}${'日'.repeat(20)}`).join(' ')
  const [{ size } = { size: 0 }] = await prisma.$queryRaw<{ size: number }[]>`
    SELECT length(word_endings(${long}))::int AS size`
  expect(size).toBe(9_000)
  const read =
    await prisma.$queryRaw`EXPLAIN SELECT id FROM ${written(['quang', 'trung'])} WHERE campaign_id = gen_random_uuid()`
  expect(JSON.stringify(read)).toContain('record_word_endings_idx')
})
