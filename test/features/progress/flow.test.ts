import { afterEach, describe, expect, it } from 'vitest'
import { progress } from '../../../src/features/progress/feature.ts'
import { deskPageOf } from '../../../src/records/page.ts'
import { storedFigures } from '../../support/figures.ts'
import { type ChatWorld, chatWorld } from '../initiatives/chat-world.ts'

let world: ChatWorld
afterEach(() => world.close())

const stored = () => storedFigures(world.store.prisma)
const reportsPage = deskPageOf(progress.record)
const obligation = (id: string) => world.store.prisma.obligation.findUnique({ where: { id } })

/** Chooses a target of `/baocao` by its code, which still can be typed. */
async function choose(name: string, code: string): Promise<string> {
  await world.say(name, '/baocao')
  return (await world.say(name, code)).text
}

async function aWard(): Promise<void> {
  world = await chatWorld()
  await world.join('Đầu mối', 'CLERK', 'P1')
  await world.join('Thủ trưởng', 'HEAD', 'P1')
  await world.join('Cán bộ', 'PNV', 'NV')
  await world.join('Tài chính', 'FOCAL', 'TCKH')
  await world.applies('P1', 'C05', 'C09', 'C13', 'C14', 'C16', 'C19', 'C21')
}

describe('reporting a target in the chat', () => {
  it('goes from the focal point to the head to the officer, and meets what is owed on the way', async () => {
    await aWard()
    const owed = await world.owe('P1', 'D09', ['C09'], '2024-03-31')
    const asked = await choose('Đầu mối', 'C09')
    expect(asked).toContain('100% kết quả giải quyết được số hóa')
    expect(asked).toContain('ít nhất 100%')
    expect(asked).toContain('còn 7 ngày làm việc')
    expect(asked).toContain('Kỳ báo cáo: quý I/2024')
    const receipt = await world.talk('Đầu mối', '17/20', 'bỏ qua', '1')
    expect(receipt.text).toContain('chờ thủ trưởng')
    expect(await stored()).toMatchObject([
      {
        targetCode: 'C09',
        period: '2024-Q1',
        version: 1,
        state: 'DRAFT',
        isWithHead: true,
        numerator: 17n,
        denominator: 20n,
      },
    ])
    expect(await obligation(owed)).toMatchObject({ state: 'WITH_HEAD' })
    const shown = await world.pressNotice('Thủ trưởng')
    expect(shown.text).toContain('17/20 (85%)')
    await world.say('Thủ trưởng', '1')
    expect(await stored()).toMatchObject([{ state: 'SUBMITTED', isWithHead: false, isLate: false }])
    expect(await obligation(owed)).toMatchObject({ state: 'MET' })
    await world.talk('Cán bộ', '/duyet', '1', '1')
    expect(await stored()).toMatchObject([{ state: 'VERIFIED' }])
    const told = (await world.notices('Đầu mối')).map(notice => notice.message.text)
    expect(told).toHaveLength(2)
    expect(told[1]).toContain('Cán bộ đã xác nhận')
  })

  it('serves both disbursement targets with one figure, and the head sends at once', async () => {
    await aWard()
    const eighty = await world.owe('P1', 'D03', ['C13'], '2024-09-30', '2024-09-01')
    const all = await world.owe('P1', 'D04', ['C14'], '2024-12-31', '2024-12-01')
    const asked = await choose('Thủ trưởng', 'C13')
    expect(asked).toContain('giải ngân đạt tối thiểu 80%; giải ngân 100% kế hoạch vốn')
    await world.talk('Thủ trưởng', 'tháng 9', '2 tỷ', '1,7 tỷ', 'bỏ qua', '1')
    expect(await stored()).toMatchObject([
      {
        targetCode: 'C13',
        period: '2024-09',
        state: 'SUBMITTED',
        numerator: 1_700_000_000n,
        denominator: 2_000_000_000n,
      },
      {
        targetCode: 'C14',
        period: '2024-09',
        state: 'SUBMITTED',
        numerator: 1_700_000_000n,
        denominator: 2_000_000_000n,
      },
    ])
    expect(await obligation(eighty)).toMatchObject({ state: 'MET' })
    expect(await obligation(all)).toMatchObject({ state: 'OPEN' })
    const waiting = await world.say('Tài chính', '/duyet')
    expect(waiting.choices).toHaveLength(1)
    await world.talk('Tài chính', '1', '1')
    expect((await stored()).map(report => report.state)).toEqual(['VERIFIED', 'VERIFIED'])
  })

  it('offers the plan sum of last time, refuses more than the plan, and asks why a sum fell', async () => {
    await aWard()
    await choose('Thủ trưởng', 'C13')
    await world.talk('Thủ trưởng', '2 tỷ', '1,2 tỷ', 'bỏ qua', '1')
    const again = await choose('Thủ trưởng', 'C13')
    expect(again).toContain('1,2 tỷ đồng / 2 tỷ đồng (60%)')
    expect(again).toContain('còn thiếu 400.000.000 đồng')
    expect(again).toContain('2.000.000.000 đồng')
    const tooMuch = await world.talk('Thủ trưởng', 'giữ nguyên', '3 tỷ')
    expect(tooMuch.text).toContain('lớn hơn kế hoạch vốn')
    const why = await world.say('Thủ trưởng', '1 tỷ')
    expect(why.text).toContain('thấp hơn')
    await world.talk('Thủ trưởng', 'Lần trước ghi nhầm', 'bỏ qua', '1')
    expect((await stored()).at(-1)).toMatchObject({
      version: 2,
      numerator: 1_000_000_000n,
      fallReason: 'Lần trước ghi nhầm',
    })
  })

  it('reports yes or no, a rank, words and nothing arisen', async () => {
    await aWard()
    await choose('Thủ trưởng', 'C16')
    await world.talk('Thủ trưởng', 'rồi', 'bỏ qua', '1')
    await choose('Thủ trưởng', 'C21')
    await world.talk('Thủ trưởng', '3', 'bỏ qua', '1')
    await choose('Thủ trưởng', 'C05')
    await world.talk('Thủ trưởng', 'Đã rút ngắn thời gian giải quyết', 'bỏ qua', '1')
    await choose('Thủ trưởng', 'C09')
    await world.talk('Thủ trưởng', 'không phát sinh', 'bỏ qua', '1')
    expect(await stored()).toMatchObject([
      { targetCode: 'C05', text: 'Đã rút ngắn thời gian giải quyết' },
      { targetCode: 'C09', numerator: 0n, denominator: 0n },
      { targetCode: 'C16', isDone: true },
      { targetCode: 'C21', numerator: 3n, denominator: null },
    ])
  })

  it('accepts a late figure and marks it', async () => {
    await aWard()
    await world.owe('P1', 'D09', ['C09'], '2024-03-18')
    const asked = await choose('Thủ trưởng', 'C09')
    expect(asked).toContain('đã quá hạn, vẫn nhận')
    const receipt = await world.talk('Thủ trưởng', '20/20', 'bỏ qua', '1')
    expect(receipt.text).toContain('muộn')
    expect(await stored()).toMatchObject([{ isLate: true }])
  })

  it('says plainly that a unit has no head in the system', async () => {
    world = await chatWorld()
    await world.join('Đầu mối', 'CLERK', 'P2')
    await world.applies('P2', 'C09')
    await choose('Đầu mối', 'C09')
    const receipt = await world.talk('Đầu mối', '1/2', 'bỏ qua', '1')
    expect(receipt.text).toContain('chưa có thủ trưởng trong hệ thống')
  })
})

describe('a figure that comes back', () => {
  it('is corrected at the summary as the next version, and what was sent before stays', async () => {
    await aWard()
    const owed = await world.owe('P1', 'D09', ['C09'], '2024-03-31')
    await choose('Thủ trưởng', 'C09')
    await world.talk('Thủ trưởng', '17/20', 'bỏ qua', '1')
    await world.talk('Cán bộ', '/duyet', '1', '2', 'bỏ qua', 'Đối chiếu lại hệ thống', '1')
    expect(await stored()).toMatchObject([{ state: 'RETURNED' }])
    expect(await obligation(owed)).toMatchObject({ state: 'OPEN', returnedOn: '2024-03-27' })
    const summary = await world.pressNotice('Thủ trưởng')
    expect(summary.text).toContain('17/20')
    await world.talk('Thủ trưởng', 'sửa câu 1', '16/20', '1')
    expect(await stored()).toMatchObject([
      { version: 1, state: 'EARLIER', numerator: 17n },
      { version: 2, state: 'SUBMITTED', numerator: 16n },
    ])
    expect(await obligation(owed)).toMatchObject({ state: 'MET' })
  })

  it('stands first in the menu of who types the command', async () => {
    await aWard()
    await choose('Đầu mối', 'C09')
    await world.talk('Đầu mối', '17/20', 'bỏ qua', '1')
    await world.talk('Thủ trưởng', '/duyet', '1', '2', 'bỏ qua', 'Kiểm tra lại mẫu số', '1')
    expect((await world.say('Đầu mối', '/baocao')).choices?.[0]).toContain(
      'Sửa 100% kết quả giải quyết được số hóa, quý I/2024',
    )
    await world.talk('Đầu mối', '1', 'sửa câu 1', '18/20', '1')
    expect(await stored()).toMatchObject([
      { version: 1, numerator: 17n },
      { version: 2, state: 'DRAFT', isWithHead: true, numerator: 18n },
    ])
  })

  it('needs a reason once it was verified', async () => {
    await aWard()
    await choose('Thủ trưởng', 'C09')
    await world.talk('Thủ trưởng', '17/20', 'bỏ qua', '1')
    await world.talk('Cán bộ', '/duyet', '1', '1')
    await choose('Thủ trưởng', 'C09')
    const asked = await world.talk('Thủ trưởng', '18/20', 'bỏ qua')
    expect(asked.text).toContain('lý do đính chính')
    await world.talk('Thủ trưởng', 'Bổ sung một hồ sơ', '1')
    expect(await stored()).toMatchObject([
      { version: 1, numerator: 17n },
      { version: 2, state: 'SUBMITTED' },
    ])
    const moves = await world.store.prisma.recordMove.findMany({ orderBy: { seq: 'asc' } })
    expect(moves.at(-1)).toMatchObject({ action: 'handIn', from: 'VERIFIED', reason: 'Bổ sung một hồ sơ' })
  })
})

describe('«báo cáo nhanh»', () => {
  it('goes through everything due, one target after another, and can leave one out and stop', async () => {
    await aWard()
    const owed = await world.owe('P1', 'D09', ['C05', 'C09', 'C16'], '2024-03-31')
    const first = await world.say('Thủ trưởng', 'báo cáo nhanh')
    expect(first.text).toContain('Còn 3 chỉ tiêu')
    expect(first.text).toContain('Nâng cao chất lượng cải cách hành chính')
    const second = await world.talk('Thủ trưởng', 'Đã làm tốt', 'bỏ qua', '1')
    expect(second.text).toContain('Đã gửi Nâng cao chất lượng cải cách hành chính, quý I/2024')
    expect(second.text).toContain('Còn 2 chỉ tiêu')
    expect(second.text).toContain('100% kết quả giải quyết được số hóa')

    const paused = await world.say('Thủ trưởng', 'báo cáo nhanh')
    expect(paused.choices).toEqual([
      'Làm tiếp «100% kết quả giải quyết được số hóa»',
      'Bỏ qua «100% kết quả giải quyết được số hóa», sang chỉ tiêu sau',
      'Dừng, làm sau',
    ])
    const third = await world.say('Thủ trưởng', '2')
    expect(third.text).toContain('Ứng dụng thanh toán điện tử')
    const end = await world.talk('Thủ trưởng', 'có', 'bỏ qua', '1')
    expect(end.text).toContain('Các chỉ tiêu anh/chị bỏ qua: 100% kết quả giải quyết được số hóa')
    expect(await obligation(owed)).toMatchObject({ state: 'OPEN' })

    await world.say('Thủ trưởng', '1')
    const done = await world.talk('Thủ trưởng', '20/20', 'bỏ qua', '1')
    expect(done.text).toContain('đã báo cáo xong')
    expect(await obligation(owed)).toMatchObject({ state: 'MET' })
  })
})

describe('deciding twice, and the desk', () => {
  const query = { q: '', filters: {}, page: 1, size: 20 }

  it('tells the second officer that it is done, by whom, and changes nothing', async () => {
    await aWard()
    await choose('Thủ trưởng', 'C09')
    await world.talk('Thủ trưởng', '17/20', 'bỏ qua', '1')
    const [{ id } = { id: '' }] = await stored()
    const verify = () => world.as('Cán bộ', ctx => reportsPage.act(ctx, id, 'verify', ''))
    expect(await verify()).toMatchObject({ ok: true })
    const second = await verify()
    expect(second).toMatchObject({ ok: false })
    expect(second.say).toContain('Cán bộ')
    expect(await world.store.prisma.recordMove.count({ where: { action: 'verify' } })).toBe(1)
    expect(await world.as('Đầu mối', ctx => reportsPage.act(ctx, id, 'return', 'x'))).toMatchObject({ ok: false })
    expect(await world.as('Cán bộ', ctx => reportsPage.act(ctx, id, 'lock', ''))).toMatchObject({ ok: true })
    expect((await stored())[0]?.state).toBe('LOCKED')
  })

  it('shows officers what was handed in and only the newest version; drafts stay in the unit', async () => {
    await aWard()
    await choose('Đầu mối', 'C09')
    await world.talk('Đầu mối', '17/20', 'bỏ qua', '1')
    const rows = (name: string, filters = {}, q = '') =>
      world.as(name, ctx => reportsPage.rows(ctx, { ...query, filters, q }))
    expect((await rows('Cán bộ')).total).toBe(0)
    expect((await rows('Thủ trưởng')).total).toBe(1)
    await world.talk('Thủ trưởng', '/duyet', '1', '1')
    await choose('Thủ trưởng', 'C09')
    await world.talk('Thủ trưởng', '18/20', 'bỏ qua', '1')
    const found = await rows('Cán bộ')
    expect(found.rows.map(row => row.cells)).toEqual([
      [
        'BC-001',
        'UBND phường Một',
        '100% kết quả giải quyết được số hóa',
        'quý I/2024',
        '18/20 (90%)',
        'ít nhất 100%',
        'Chưa đạt',
        expect.stringContaining('2024-03-20'),
      ],
    ])
    expect((await rows('Cán bộ', { topic: 'C16' })).total).toBe(0)
    expect((await rows('Cán bộ', { state: 'SUBMITTED' }, 'so hoa')).total).toBe(1)
    const detail = await world.as('Cán bộ', ctx => reportsPage.detail(ctx, found.rows[0]?.id ?? ''))
    expect(detail?.changes).toMatchObject([
      { before: expect.stringContaining('17/20'), after: expect.stringContaining('18/20') },
    ])
    expect(detail?.actions.map(action => action.name)).toEqual(['verify', 'return'])
    expect(await world.as('Cán bộ', ctx => reportsPage.filters(ctx))).toHaveLength(5)
  })
})
