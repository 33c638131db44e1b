import { afterAll, beforeAll, expect, it } from 'vitest'
import { deskPageOf } from '../../src/records/page.ts'
import { newId } from '../../src/store/new-id.ts'
import { t, talkative, talkativeTexts } from './talkative-toy.ts'
import { type ToyWorld, toy, toyWorld } from './toy-world.ts'

let world: ToyWorld
let passed: string
let waiting: string
beforeAll(async () => {
  world = await toyWorld(talkativeTexts)
  await world.owe('P1', 'D02', [], '2024-03-19')
  passed = await world.handIn('Đầu mối P1', { title: 'Xe gỗ' }, talkative)
  await world.move('Thủ trưởng P1', passed, 'approve', { kind: talkative })
  waiting = await world.handIn('Đầu mối P2', { unit: 'P2', title: 'Diều' }, talkative)
  const [id, madeAt] = [newId(world.clock.now()), world.clock.now()]
  const madeById = world.idOf('Cán bộ')
  await world.store.prisma.reasonText.create({ data: { id, kind: 'toy', text: 'Chưa đúng mẫu', madeById, madeAt } })
})
afterAll(() => world.close())

const query = { q: '', filters: {}, page: 1, size: 10 }
const page = deskPageOf(talkative)
const plain = deskPageOf(toy)
const detail = (name: string, id: string, kind = talkative) =>
  world.as(name, ctx => deskPageOf(kind).detail(ctx, id) as Promise<Record<string, unknown> | null>)
const sentAt = async (id: string) => (await world.stored(id)).sentAt
const rowsOf = async (name: string, kind = talkative) =>
  (await world.as(name, ctx => deskPageOf(kind).rows(ctx, query))).rows

it('stands where its kind says, by default among the records, with the columns that its kind has', async () => {
  expect(page).toMatchObject({ path: 'do-choi', title: 'toy.page', door: 'records', group: 'unitWork' })
  expect(plain).not.toHaveProperty('group')
  expect(deskPageOf({ ...toy, door: 'house' }).door).toBe('house')
  expect(page.columns).toEqual([
    ...['records.page.code', 'records.page.unit', 'toy.form.title.label', 'toy.form.madeOn.label'],
    ...['records.page.author', 'records.page.sentAt'],
  ])
  expect(plain.columns).toEqual([
    ...['records.page.code', 'records.page.unit', 'toy.form.title.label', 'records.page.sentAt'],
  ])
  expect(page.sorts).toEqual(['code', 'unit', 'title', 'madeOn', 'author', 'sentAt', 'trang-thai'])
  const opened = (name: string, one = page) => world.as(name, async ({ person }) => one.mayOpen(person))
  expect([await opened('Cán bộ'), await opened('Đầu mối P1'), await opened('Thủ trưởng P1')]).toEqual([
    ...[true, false, true],
  ])
})

it('is filtered by what its kind tells apart; each sees the units that are theirs to see', async () => {
  const filters = await world.as('Cán bộ', ctx => page.filters(ctx))
  const states = { NEW: 'Chưa gửi', SENT: 'Chờ tiếp nhận', RETURNED: 'Đã trả lại', ACCEPTED: 'Đã nhận' }
  const options = (all: object) => Object.entries(all).map(([value, label]) => ({ value, label }))
  const units = { NV: 'Phòng Nội vụ', TCKH: 'Phòng Tài chính - Kế hoạch', P1: 'UBND phường Một', P2: 'UBND phường Hai' }
  expect(filters).toEqual([
    { name: 'state', label: 'Trạng thái', options: options({ ...states, open: 'Chưa xong' }) },
    { name: 'late', label: 'Thời hạn', options: options({ yes: 'Nộp muộn' }) },
    { name: 'moi', label: 'Mới gửi', options: options({ 'moi-gui': 'Từ 19/03/2024' }) },
    { name: 'unit', label: 'Đơn vị', options: options(units) },
    { name: 'topic', label: 'Chất liệu', options: options({ WOOD: 'Bằng gỗ', PAPER: 'Bằng giấy' }) },
    { name: 'story', label: 'Câu chuyện', options: options({ Ngắn: 'Chuyện ngắn', Dài: 'Chuyện dài' }) },
  ])
  const own = await world.as('Thủ trưởng P1', ctx => plain.filters(ctx))
  expect(own.map(({ name }) => name)).toEqual(['state', 'late', 'moi', 'unit'])
  expect(own[0]?.options).toEqual(options(states))
  expect(own[3]?.options).toEqual(options({ P1: 'UBND phường Một' }))
})

it('has a row for each, in the order of the columns; what waits for its head says so', async () => {
  const row = { id: passed, isChoosable: true, state: { label: 'Chờ tiếp nhận · nộp muộn', tone: 'waiting' } }
  const cells = ['DC-001', 'UBND phường Một', 'Xe gỗ', '18/03/2024', 'Đầu mối P1', (await sentAt(passed)).toISOString()]
  expect(await world.as('Cán bộ', ctx => page.rows(ctx, query))).toEqual({
    ...{ total: 1, isMore: false, rows: [{ ...row, cells }] },
  })
  const [gate] = await rowsOf('Thủ trưởng P2')
  expect(gate).toMatchObject({ id: waiting, isChoosable: true, state: { label: t('records.atGate'), tone: 'waiting' } })
  expect(gate?.cells.at(-2)).toBe('Đầu mối P2')
  const [bare] = await rowsOf('Cán bộ', { ...toy, columns: ['title', 'of-another-form'] })
  expect(bare?.cells).toEqual(['DC-001', 'UBND phường Một', 'Xe gỗ', '', cells.at(-1)])
})

it('shows cells that are no answers where the kind has such, and the tone of a state as the kind says it', async () => {
  const cellsOf = { headings: ['toy.thing'], of: (_: unknown, { title }: { title: string }) => [`«${title}»`] }
  const own = { ...toy, cells: cellsOf }
  expect(deskPageOf(own).columns).toEqual([
    'records.page.code',
    'records.page.unit',
    'toy.thing',
    'records.page.sentAt',
  ])
  const [row] = await rowsOf('Cán bộ', own)
  expect(row?.cells.slice(1, 3)).toEqual(['UBND phường Một', '«Xe gỗ»'])
  const { SENT: _, ...states } = toy.states
  const tones = [toy, { ...toy, states }, { ...toy, states: { ...states, SENT: { tone: 'good' as const } } }]
  const shown = await Promise.all(tones.map(kind => detail('Cán bộ', passed, kind)))
  expect(shown.map(one => one?.state)).toMatchObject([{ tone: 'waiting' }, { tone: 'neutral' }, { tone: 'good' }])
  const atGate = { ...toy, states: { ...toy.states, NEW: { tone: 'bad' as const } } }
  expect((await detail('Thủ trưởng P2', waiting, atGate))?.state).toMatchObject({ tone: 'waiting' })
})

it('goes into a file whole: the same cells, the time as a time, the state in words', async () => {
  const ids = await world.as('Cán bộ', async ctx => page.whole?.ids(ctx, query))
  expect(ids).toEqual([passed])
  const rows = await world.as('Cán bộ', async ctx => page.whole?.rows(ctx, [passed, waiting]))
  const cells = ['DC-001', 'UBND phường Một', 'Xe gỗ', '18/03/2024', 'Đầu mối P1', { at: await sentAt(passed) }]
  expect(rows).toEqual([{ id: passed, cells, state: 'Chờ tiếp nhận · nộp muộn' }])
})

it('opens a record with all that is known of it, and with what may be done with it', async () => {
  const at = (await sentAt(passed)).toISOString()
  const shown = await detail('Cán bộ', passed)
  const field = (label: string, value: string) => ({ label, value })
  expect(shown).toMatchObject({ title: 'DC-001 – đồ chơi – UBND phường Một', files: [], changes: [] })
  expect(shown?.fields).toEqual([
    ...[field('1. Tên', 'Xe gỗ'), field('2. Ngày làm', '18/03/2024'), field('3. Câu chuyện', 'Chuyện dài')],
    ...[field('4. Ảnh', t('conversation.none')), field('Người gửi', 'Đầu mối P1'), field('Gửi lúc', at)],
    ...[field('Trên kệ', 'DC-001'), field('Điểm cần xem', 'Xem có sắc cạnh không')],
  ])
  expect(shown?.countsIn).toEqual([
    { words: 'Đã hoàn thành, nộp muộn: D02, hạn 19/03/2024' },
    { words: 'Tính vào kho', page: 'kho' },
  ])
  expect(shown?.history).toMatchObject([{ what: 'Đã gửi (bản 1)' }, { what: 'Đã phê duyệt (bản 1)' }])
  const question = (name: string, label: string) => ({ name, label })
  const questions = [question('title', '1. Tên'), question('madeOn', '2. Ngày làm'), question('story', '3. Câu chuyện')]
  const reasons = ['Chưa đúng mẫu']
  expect(shown?.actions).toEqual([
    { name: 'accept', label: 'Nhận', needsReason: false, tone: 'good' },
    {
      ...{ name: 'return', label: 'Trả lại', needsReason: true, tone: 'bad', reasons },
      questions: [...questions, question('pictures', '4. Ảnh')],
    },
    {
      ...{ name: 'measure', label: 'Đo', needsReason: true, tone: 'good' },
      ...{ reasonLabel: 'Kích thước', reasonHint: 'Đồ chơi dài bao nhiêu?' },
    },
    { name: 'drop', label: 'Bỏ', needsReason: true, tone: 'bad', reasons },
  ])
  const only = (...names: string[]) => ({
    ...toy,
    moves: Object.fromEntries(Object.entries(talkative.moves).filter(([name]) => names.includes(name))),
  })
  for (const name of ['return', 'drop'])
    expect((await detail('Cán bộ', passed, only(name)))?.actions).toMatchObject([{ name, reasons }])
  expect((await detail('Cán bộ', passed, toy))?.fields).toHaveLength(6)
  expect(await detail('Cán bộ', waiting)).toBeNull()
})

it('decides with no mark unless one is given, and compares where the kind knows what is alike', async () => {
  expect(plain.alike).toBeUndefined()
  const alike = deskPageOf({ ...toy, alike: async () => [passed] })
  expect(await world.as('Cán bộ', async ctx => alike.alike?.(ctx, passed))).toMatchObject([
    { page: `do-choi/${passed}` },
  ])
  expect(await world.as('Cán bộ', async ctx => plain.many?.actions(ctx))).toHaveLength(2)
  expect((await world.as('Cán bộ', ctx => page.act(ctx, passed, 'return', ''))).ok).toBe(false)
  const marks = [{ field: 'title', reason: 'Tên chưa rõ' }]
  expect((await world.as('Cán bộ', ctx => page.act(ctx, passed, 'return', '', marks))).ok).toBe(true)
  expect((await world.stored(passed)).moves.at(-1)).toMatchObject({ action: 'return', marks, reason: null })
})

it('names the units that have ended among those of who has taken their place', async () => {
  const { campaign } = world
  const ended = { validTo: '2024-03-01', successors: ['P1'] }
  const units = new Map([...campaign.units].map(([code, unit]) => [code, code === 'P2' ? { ...unit, ...ended } : unit]))
  const filters = await world.as('Thủ trưởng P1', ctx => plain.filters({ ...ctx, campaign: { ...campaign, units } }))
  expect(filters.at(-1)?.options.map(({ value }) => value)).toEqual(['P1', 'P2'])
})
