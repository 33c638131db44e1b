import { afterEach, describe, expect, it } from 'vitest'
import type { OutboundMessage } from '../../../src/channels/channel.ts'
import { countsFor } from '../../../src/features/initiatives/counts.ts'
import { initiatives } from '../../../src/features/initiatives/feature.ts'
import { deskPageOf } from '../../../src/records/page.ts'
import { type ChatWorld, chatWorld } from './chat-world.ts'

let world: ChatWorld
afterEach(() => world.close())

/** Every question of the contract, answered with plain text. */
const answers = (title: string) => [
  title,
  '1',
  '2',
  'Người dân phải đi lại nhiều lần',
  'Dán mã QR tại quầy',
  'Trước đây niêm yết bằng giấy',
  'Bộ phận một cửa của phường',
  '01/4/2024',
  '100% thủ tục được niêm yết',
  '1, 2, 3, 4',
  'bỏ qua',
  'bỏ qua',
]

async function register(name: string, title: string): Promise<OutboundMessage> {
  return world.talk(name, '/sangkien', ...answers(title), '1')
}

const initiativesPage = deskPageOf(initiatives.record)

/** Every record with the values of its newest answers. */
async function stored() {
  const records = await world.store.prisma.record.findMany({
    include: { versions: { orderBy: { version: 'desc' }, take: 1 }, moves: true, initiativeFact: true },
    orderBy: { code: 'asc' },
  })
  return records.map(({ versions: [newest], ...record }) => {
    const answers = (newest?.answers ?? {}) as Record<string, { value: unknown }>
    return { ...record, says: Object.fromEntries(Object.entries(answers).map(([name, { value }]) => [name, value])) }
  })
}
const query = { q: '', filters: {}, page: 1, size: 20 }

describe('registering an initiative in the chat', () => {
  it('asks in the order of the contract and stores what was typed under a running code', async () => {
    world = await chatWorld()
    await world.join('An', 'OFFICIAL', 'P1')
    const owed = await world.owe('P1', 'C15', [], '2024-12-31')
    const receipt = await register('An', 'Niêm yết thủ tục hành chính bằng mã QR')
    expect(receipt.title).toContain('SK-001')
    expect(receipt.text).toContain('Phòng Nội vụ')
    const [initiative] = await stored()
    expect(initiative).toMatchObject({
      code: 'SK-001',
      state: 'REGISTERED',
      unitCode: 'P1',
      topic: 'TTHC',
      says: {
        kind: 'MODEL',
        parField: 'TTHC',
        startsOn: '2024-04-01',
        selfCheck: ['lawful', 'reasonable', 'effective', 'suitable'],
      },
      isLate: false,
      moves: [{ action: 'handIn', role: 'OFFICIAL', roleUnit: 'P1', from: null, to: 'REGISTERED' }],
    })
    expect(await world.store.prisma.obligation.findUnique({ where: { id: owed } })).toMatchObject({
      state: 'MET',
      recordId: initiative?.id,
    })
    await register('An', 'Thư xin lỗi khi trễ hẹn')
    expect((await stored()).map(one => one.code)).toEqual(['SK-001', 'SK-002'])
  })

  it('asks whether a code opens what it names or is the answer, at a question of text and at another; the form is kept', async () => {
    world = await chatWorld()
    await world.join('An', 'OFFICIAL', 'P1')
    await register('An', 'Niêm yết thủ tục hành chính bằng mã QR')
    const [, kind = '', field = ''] = answers('')
    const asked = await world.talk('An', '/sangkien', 'Thư xin lỗi khi trễ hẹn', kind, field, 'sk 001')
    expect(asked.choices).toEqual(['Mở SK 001, giữ bản nháp này', 'Ghi là câu trả lời'])
    const shown = await world.say('An', '1')
    expect(`${shown.title}\n${shown.text}`).toContain('Niêm yết thủ tục hành chính bằng mã QR')

    const draft = () => world.store.prisma.draft.findFirst({ where: { state: 'OPEN' }, include: { answers: true } })
    const typedIn = async (name: string) => (await draft())?.answers.find(({ field }) => field === name)?.value
    expect((await draft())?.position).toBe('problem')
    expect(await typedIn('problem')).toBeUndefined()

    await world.talk('An', 'bản nháp', '1')
    await world.talk('An', 'SK-001', '2')
    expect(await typedIn('problem')).toBe('SK-001')
    await world.talk('An', 'sửa câu 2')
    expect((await world.say('An', 'SK-001')).choices?.[0]).toContain('SK-001')
    expect((await world.say('An', 'Không, tôi trả lời câu đang hỏi')).choices).toContain('Sáng kiến')
  })

  it('takes only what meets all four conditions, and says which is missing', async () => {
    world = await chatWorld()
    await world.join('An', 'OFFICIAL', 'P1')
    const refused = await world.talk('An', '/sangkien', ...answers('Thư xin lỗi').slice(0, 9), '1, 3')
    expect(refused.text).toContain('2, 4')
    expect(refused.text).toContain('để sau')
  })

  it('asks for the unit where a person belongs to several', async () => {
    world = await chatWorld()
    await world.join('An', 'OFFICIAL', 'P1')
    await world.join('An', 'OFFICIAL', 'P2')
    const asked = await world.say('An', '/sangkien')
    expect(asked.choices).toEqual(['UBND phường Một', 'UBND phường Hai'])
    await world.talk('An', '2', ...answers('Thư xin lỗi'), '1')
    expect(await stored()).toMatchObject([{ unitCode: 'P2' }])
  })

  it('shows similar titles right after the title, and a duplicate ends there without a record', async () => {
    world = await chatWorld()
    await world.join('An', 'OFFICIAL', 'P1')
    await world.join('Bình', 'OFFICIAL', 'P2')
    await register('An', 'Niêm yết thủ tục hành chính bằng mã QR')
    const [title = '', ...others] = answers('Mã QR niêm yết thủ tục hành chính')
    const asked = await world.talk('Bình', '/sangkien', title)
    expect(asked.text).toContain('SK-001')
    expect(asked.choices).toHaveLength(4)
    const after = await world.say('Bình', '3')
    expect(after.choices?.[0]).toBe('Mô hình')
    await world.talk('Bình', ...others, '1')
    expect(await stored()).toMatchObject([
      { code: 'SK-001' },
      { code: 'SK-002', initiativeFact: { relation: 'REPLICATES' } },
    ])

    const ended = await world.talk('Bình', '/sangkien', 'niem yet thu tuc hanh chinh bang ma qr', '6')
    expect(ended.text).toContain('không ghi thêm')
    expect(await stored()).toHaveLength(2)
    expect(await world.store.prisma.draft.count({ where: { state: 'OPEN' } })).toBe(0)
  })

  it('asks once about an essay of three letters, then takes it; the review is a line a question, with a way to each', async () => {
    world = await chatWorld()
    await world.join('An', 'OFFICIAL', 'P1')
    const [title = '', kind = '', field = '', , content = '', ...others] = answers('Thư xin lỗi khi trễ hẹn')
    const asked = await world.talk('An', '/sangkien', title, kind, field, 'aaa')
    expect(asked.text).toContain('«aaa»')
    expect(asked.choices).toEqual(['Ghi như vậy', 'Viết lại'])
    expect((await world.say('An', 'aaa')).title).toBe('Câu 5/12')
    const long = `${content} ${'để người dân quét và tra cứu ngay tại nhà '.repeat(20)}`
    const review = await world.talk('An', long, ...others)
    const lines = review.text.split('\n\n')[0]?.split('\n') ?? []
    expect(lines).toHaveLength(12)
    expect(lines[3]).toMatch(/^4\. .*: aaa$/)
    expect(Math.max(...lines.map(line => line.length))).toBeLessThan(160)
    const which = await world.say('An', 'sửa một câu')
    expect(which.choices).toHaveLength(12)
    const shown = await world.say('An', '5')
    expect(shown).toMatchObject({ title: 'Câu 5/12', text: expect.stringContaining(long.trim()) })
    await world.talk('An', 'giữ nguyên', '1')
    expect(await stored()).toMatchObject([{ says: { problem: 'aaa', content: long.trim() } }])
  })

  it('gives two codes to two people who register at the same moment', async () => {
    world = await chatWorld()
    await world.join('An', 'OFFICIAL', 'P1')
    await world.join('Bình', 'OFFICIAL', 'P2')
    await world.talk('An', '/sangkien', ...answers('Thư xin lỗi khi trễ hẹn'))
    await world.talk('Bình', '/sangkien', ...answers('Ngày thứ Năm không hẹn'))
    await Promise.all([world.say('An', '1'), world.say('Bình', '1')])
    expect((await stored()).map(one => one.code)).toEqual(['SK-001', 'SK-002'])
  })
})

describe('deciding on an initiative', () => {
  async function registered(): Promise<void> {
    world = await chatWorld()
    await world.join('An', 'OFFICIAL', 'P1')
    await world.join('Cán bộ', 'PNV', 'NV')
    await world.join('Thủ trưởng', 'HEAD', 'P1')
    await world.owe('P1', 'C15', [], '2024-12-31')
    await register('An', 'Niêm yết thủ tục hành chính bằng mã QR')
  }

  it('is returned with a reason, corrected at the summary, and registered again as the same record', async () => {
    await registered()
    const waiting = await world.say('Cán bộ', '/duyet')
    expect(waiting.choices?.[0]).toContain('SK-001')
    const shown = await world.say('Cán bộ', '1')
    expect(shown.choices).toEqual(['Tiếp nhận', 'Trả lại để sửa'])
    await world.talk('Cán bộ', '2', 'bỏ qua', 'Nêu rõ kết quả đo được')
    expect(await stored()).toMatchObject([{ state: 'DRAFT' }])
    expect(await world.store.prisma.obligation.findFirst()).toMatchObject({ state: 'OPEN', returnedOn: '2024-03-27' })

    const [notice] = await world.notices('An')
    expect(notice?.message.text).toContain('Nêu rõ kết quả đo được')
    expect(notice?.message.words).toEqual(['Sửa và gửi lại'])
    const summary = await world.pressNotice('An')
    expect(summary.text).toContain('100% thủ tục được niêm yết')
    await world.talk('An', 'sửa câu 9', '95% thủ tục được niêm yết', '1')
    expect(await stored()).toMatchObject([
      {
        code: 'SK-001',
        state: 'REGISTERED',
        version: 2,
        says: { expected: '95% thủ tục được niêm yết', problem: 'Người dân phải đi lại nhiều lần' },
      },
    ])
    expect(await world.store.prisma.obligation.findFirst()).toMatchObject({ state: 'MET' })
  })

  it('offers the returned form first to who types the command', async () => {
    await registered()
    await world.talk('Cán bộ', '/duyet', '1', '2', 'bỏ qua', 'Thiếu số liệu')
    const offered = await world.say('An', '/sangkien')
    expect(offered.choices?.[0]).toContain('SK-001')
    expect(offered.choices?.at(-1)).toBe('Gửi thêm hồ sơ mới')
  })

  it('goes the whole way to replication, each step told to the author', async () => {
    await registered()
    await world.talk('Cán bộ', '/duyet', '1', '1')
    await world.talk('Thủ trưởng', '/duyet', '1', '1')
    const [{ id } = { id: '' }] = await stored()
    const decide = (action: string, note = '') =>
      world.as('Thủ trưởng', ctx => initiativesPage.act(ctx, id, action, note))
    expect(await decide('apply')).toMatchObject({ ok: true })
    expect(await decide('confirmEffect')).toMatchObject({ ok: false })
    expect(await decide('confirmEffect', 'Báo cáo số 12/BC-UBND')).toMatchObject({ ok: true })
    expect(await decide('replicate', 'UBND phường Hai')).toMatchObject({ ok: true })
    expect(await stored()).toMatchObject([{ state: 'REPLICATED' }])
    expect(await world.notices('An')).toHaveLength(5)
    const counts = await countsFor(world.store.prisma, world.campaign.id, ['P1', 'P2'])
    expect(counts).toEqual({ registered: 1, effective: 1, unitsWithOne: new Set(['P1']) })
  })

  it('tells the second of two officers that it is done, by whom, and changes nothing', async () => {
    await registered()
    const [{ id } = { id: '' }] = await stored()
    const receive = () => world.as('Cán bộ', ctx => initiativesPage.act(ctx, id, 'receive', ''))
    expect(await receive()).toMatchObject({ ok: true })
    const second = await receive()
    expect(second.ok).toBe(false)
    expect(second.say).toContain('Cán bộ')
    expect(await world.notices('An')).toHaveLength(1)
  })

  it('never counts what was withdrawn or rejected', async () => {
    await registered()
    const [{ id } = { id: '' }] = await stored()
    await world.as('An', ctx => initiativesPage.act(ctx, id, 'withdraw', 'Trùng với đơn vị khác'))
    const counts = await countsFor(world.store.prisma, world.campaign.id, ['P1'])
    expect(counts.registered).toBe(0)
    expect(await world.store.prisma.obligation.findFirst()).toMatchObject({ state: 'OPEN' })
  })

  it('asks for what an effect rests on in its own words, and tells it under its own name, not as a reason', async () => {
    await registered()
    const [{ id } = { id: '' }] = await stored()
    const decide = (action: string, note = '') =>
      world.as('Thủ trưởng', ctx => initiativesPage.act(ctx, id, action, note))
    await decide('recognise')
    await decide('apply')
    await world.say('Thủ trưởng', 'SK-001')
    const asked = await world.say('Thủ trưởng', '1')
    expect(asked.text).toContain('Căn cứ vào kết quả, số liệu, văn bản nào?')
    await world.say('Thủ trưởng', 'Báo cáo số 12/BC-UBND')
    expect(await stored()).toMatchObject([{ state: 'EFFECT_CONFIRMED' }])
    const told = (await world.notices('An')).at(-1)?.message.text ?? ''
    expect(told).toContain('Căn cứ: Báo cáo số 12/BC-UBND')
    expect(told).not.toContain('Lý do')
  })

  it('still waits for the head after it was taken in, and for no officer any more', async () => {
    await registered()
    await world.talk('Cán bộ', '/duyet', '1', '1')
    expect((await world.say('Thủ trưởng', '/duyet')).choices?.[0]).toContain('SK-001')
    expect(JSON.stringify((await world.say('Cán bộ', '/duyet')).choices ?? [])).not.toContain('SK-001')
  })

  it('is opened and decided by the buttons of messages that were sent before', async () => {
    await registered()
    const [{ id } = { id: '' }] = await stored()
    const press = (name: string, route: string, args: Record<string, string>) =>
      world.as(name, async ctx => (await initiatives.routes?.[route]?.(ctx, args)) ?? { text: '' })
    expect(JSON.stringify(await press('An', 'initiatives.show', { id }))).toContain('SK-001')
    expect(JSON.stringify(await press('An', 'initiatives.mine', {}))).toContain('SK-001')
    await press('Cán bộ', 'initiatives.decide', { id, action: 'receive' })
    expect(await stored()).toMatchObject([{ state: 'RECEIVED' }])
    await world.as('Cán bộ', ctx => initiativesPage.act(ctx, id, 'return', 'Thiếu số liệu'))
    expect(await press('An', 'initiatives.correct', { id })).toMatchObject({ resume: expect.any(String) })
  })

  it('tells how it stands to a similar one to who decides', async () => {
    await registered()
    await world.join('Bình', 'OFFICIAL', 'P2')
    const [title = '', ...others] = answers('Mã QR niêm yết thủ tục hành chính')
    await world.talk('Bình', '/sangkien', title, '3', ...others, '1')
    const [, { id } = { id: '' }] = await stored()
    const detail = await world.as('Cán bộ', ctx => initiativesPage.detail(ctx, id))
    expect(detail?.fields.find(({ label }) => label === 'Liên quan')?.value).toContain('SK-001')
  })

  it('stands beside similar ones, question by question, for who may see those', async () => {
    await registered()
    await world.join('Bình', 'OFFICIAL', 'P2')
    await world.join('Thủ trưởng hai', 'HEAD', 'P2')
    const [title = '', ...others] = answers('Mã QR niêm yết thủ tục hành chính')
    await world.talk('Bình', '/sangkien', title, '3', ...others, '1')
    const [, { id } = { id: '' }] = await stored()
    const alike = (name: string) => world.as(name, async ctx => (await initiativesPage.alike?.(ctx, id)) ?? [])
    const [one, ...more] = await alike('Cán bộ')
    expect(more).toEqual([])
    expect(one?.title).toContain('SK-001')
    expect(one?.rows[0]?.own).toBe('Mã QR niêm yết thủ tục hành chính')
    expect(one?.rows[0]?.other).toBe((await stored())[0]?.title)
    // The head of one unit sees nothing of the other's.
    expect(await alike('Thủ trưởng hai')).toEqual([])
    expect(await alike('Thủ trưởng')).toEqual([])
  })
})

describe('the desk page of initiatives', () => {
  it('shows an officer every unit, finds titles without accents, and a head of another unit nothing', async () => {
    world = await chatWorld()
    await world.join('An', 'OFFICIAL', 'P1')
    await world.join('Cán bộ', 'PNV', 'NV')
    await world.join('Thủ trưởng', 'HEAD', 'P2')
    await register('An', 'Niêm yết thủ tục hành chính bằng mã QR')
    const rows = (name: string, q: string) => world.as(name, ctx => initiativesPage.rows(ctx, { ...query, q }))
    const found = await rows('Cán bộ', 'niem yet')
    expect(found.rows.map(row => row.cells)).toEqual([
      ['SK-001', 'UBND phường Một', 'Niêm yết thủ tục hành chính bằng mã QR', 'Mô hình', 'An', expect.any(String)],
    ])
    expect((await rows('Cán bộ', 'robot')).total).toBe(0)
    expect((await rows('Thủ trưởng', '')).total).toBe(0)
    const id = found.rows[0]?.id ?? ''
    expect(await world.as('Thủ trưởng', ctx => initiativesPage.detail(ctx, id))).toBeNull()
    const detail = await world.as('Cán bộ', ctx => initiativesPage.detail(ctx, id))
    expect(detail?.actions.map(action => action.name)).toEqual(['receive', 'return'])
    expect(detail?.history).toHaveLength(1)
    expect(detail?.fields.find(field => field.label.endsWith('Tự kiểm tra'))?.value).toBe(
      'Hợp pháp; Hợp lý; Hiệu quả; Phù hợp thực tế',
    )
    const filtered = (filters: Record<string, string>) =>
      world.as('Cán bộ', async ctx => (await initiativesPage.rows(ctx, { ...query, filters })).total)
    expect(await filtered({ kind: 'MODEL', parField: 'TTHC', unit: 'P1', state: 'REGISTERED' })).toBe(1)
    expect([await filtered({ kind: 'SOLUTION' }), await filtered({ unit: 'P2' })]).toEqual([0, 0])
    expect((await stored())[0]?.searchText).toMatch(/^sk-001 niem yet .* an$/)
    const filters = await world.as('Cán bộ', ctx => initiativesPage.filters(ctx))
    expect(filters.map(filter => filter.name)).toEqual(['state', 'late', 'moi', 'unit', 'kind', 'parField'])
  })
})
