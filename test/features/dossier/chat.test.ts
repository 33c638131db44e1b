import { afterEach, describe, expect, it } from 'vitest'
import { storedFigures } from '../../support/figures.ts'
import { type DossierWorld, dossierWorld, office, paste, ward } from './dossier-world.ts'

let world: DossierWorld
afterEach(() => world.close())

async function aWard(): Promise<void> {
  world = await dossierWorld()
  await world.join('Đầu mối', 'CLERK', ward)
  await world.join('Thủ trưởng', 'HEAD', ward)
  await world.join('Cán bộ', 'PNV', office)
  await world.settled(ward)
}

const stored = () => storedFigures(world.system.prisma)
const lineOf = (text: string, n: number) => text.split('\n').find(line => line.startsWith(`${n}. `)) ?? ''

describe('a ward’s first quarter in the chat', () => {
  it('takes eleven figures, one approval and one line for the officer, in at most ten messages', async () => {
    await aWard()
    await world.say('Đầu mối', 'báo cáo quý I')
    const read = await world.say('Đầu mối', paste)
    expect(read.text).not.toContain('Chưa hiểu')
    expect(read.choices?.[0]).toBe('Gửi 11 số liệu')
    const receipt = await world.say('Đầu mối', '1')
    expect(receipt.text).toContain('Đã gửi 11 số liệu quý I/2024')
    expect((await stored()).every(({ state, isWithHead }) => state === 'DRAFT' && isWithHead)).toBe(true)
    expect(await world.notices('Thủ trưởng')).toHaveLength(1)
    expect((await world.say('Cán bộ', '/duyet')).choices ?? []).toHaveLength(0)

    const shown = await world.pressNotice('Thủ trưởng')
    expect(shown.choices).toEqual(['Duyệt cả 11'])
    const done = await world.say('Thủ trưởng', 'Duyệt cả 11')
    expect(done.text).toContain('Đã duyệt 11 số liệu')
    const figures = await stored()
    expect(figures).toHaveLength(11)
    expect(new Set(figures.map(({ state, period, version }) => `${state} ${period} ${version}`))).toEqual(
      new Set(['SUBMITTED 2024-Q1 1']),
    )
    expect(
      figures.map(({ targetCode, numerator, denominator, isDone }) => [targetCode, numerator, denominator, isDone]),
    ).toEqual([
      ['C02', 0n, 0n, null],
      ['C07', 20n, 20n, null],
      ['C08', 18n, 20n, null],
      ['C09', 150n, 200n, null],
      ['C10a', 24n, 25n, null],
      ['C10b', 20n, 25n, null],
      ['C10c', 3n, 40n, null],
      ['C11', 1n, 2n, null],
      ['C12c', 12n, 12n, null],
      ['C16', null, null, true],
      ['C18', 300n, 310n, null],
    ])
    expect(await world.notices('Đầu mối')).toHaveLength(1)
    const waiting = await world.say('Cán bộ', '/duyet')
    expect(waiting.choices).toEqual(['11 số liệu quý I/2024 của UBND phường Quang Trung'])
    await world.say('Cán bộ', '1')
    await world.say('Cán bộ', 'xác nhận trừ 3, 5')
    expect((await stored()).filter(({ state }) => state === 'VERIFIED')).toHaveLength(9)
    expect(await world.notices('Đầu mối')).toHaveLength(2)
    const both = world.sent('Đầu mối') + world.sent('Thủ trưởng')
    expect(both).toBe(5)
    expect(both).toBeLessThanOrEqual(10)
    const moves = await world.system.prisma.recordMove.groupBy({ by: ['action'], _count: true })
    expect(Object.fromEntries(moves.map(({ action, _count }) => [action, _count]))).toEqual({
      handIn: 11,
      approve: 11,
      verify: 9,
    })
  })

  it('takes no row that is not sure, and keeps every line that it did not understand', async () => {
    await aWard()
    await world.say('Đầu mối', 'nộp số liệu')
    const { text } = await world.say(
      'Đầu mối',
      [
        'C07 100%',
        'C08 18',
        'C19 5/6',
        'quý II: C09 15/20',
        'phường Trưng Vương C10a 24/25',
        'C10b 20/25; C10b 21/25',
        'C11 5/4',
        'hôm nay trời đẹp 3/4',
        'dịch vụ công trực tuyến 7/9',
        'H03 không có vụ nào',
        'C15 3',
        'C12c khoảng 10/12',
      ].join('\n'),
    )
    expect(lineOf(text, 2)).toContain('cần hai số')
    expect(lineOf(text, 3)).toContain('cần hai số')
    expect(lineOf(text, 4)).toContain('chưa có')
    expect(lineOf(text, 5)).toContain('chưa có')
    expect(lineOf(text, 6)).toContain('hai số khác nhau')
    expect(lineOf(text, 8)).toContain('lớn hơn tổng số')
    expect(text).toContain('«C19 5/6»: «Đơn vị trực thuộc đăng ký sáng kiến» do hệ thống tự tính')
    expect(text).toContain('«quý II: C09 15/20»: nói về kỳ khác')
    expect(text).toContain('«phường Trưng Vương C10a 24/25»: nói về đơn vị khác')
    expect(text).toContain('«hôm nay trời đẹp 3/4»: chưa rõ là chỉ tiêu nào')
    expect(text).toContain('«dịch vụ công trực tuyến 7/9»: có thể là nhiều chỉ tiêu')
    expect(text).toContain('chỉ tiêu của cá nhân')
    expect(text).toContain('được tính từ các sáng kiến đã đăng ký')
    const sheet = await world.system.prisma.figureSheet.findFirstOrThrow()
    expect(Object.keys((sheet.content as { entries: object }).entries)).toHaveLength(5)
    const refused = await world.say('Đầu mối', 'gửi')
    expect(refused.text).toContain(lineOf(text, 9).includes('mới') ? 'Đã gửi 1' : 'Chưa có số liệu mới')
  })

  it('holds a heading over the lines below it, and reads accents in any form', async () => {
    await aWard()
    await world.say('Đầu mối', 'báo cáo quý I')
    const { text } = await world.say(
      'Đầu mối',
      ['Quý II/2024:', 'C07 20/20', 'Quý I/2024:', 'số hóa kết quả giải quyết TTHC 15/20'.normalize('NFD')].join('\n'),
    )
    expect(lineOf(text, 2)).toContain('chưa có')
    expect(lineOf(text, 4)).toContain('15/20 (75%)')
    expect(text).toContain('nói về kỳ khác')
  })

  it('is corrected by number, kept by number, asked one by one, and left for later', async () => {
    await aWard()
    await world.say('Đầu mối', 'báo cáo quý I')
    await world.say('Đầu mối', 'C07 18/20; C08 17/20')
    const corrected = await world.say('Đầu mối', 'sửa 3: 19/20')
    expect(lineOf(corrected.text, 3)).toContain('19/20 (95%)')
    const asked = await world.say('Đầu mối', 'Hỏi tôi từng chỉ tiêu còn thiếu (9)')
    expect(asked.text).toContain('1. Ban hành văn bản QPPL')
    const again = await world.say('Đầu mối', '85%')
    expect(again.text).toContain('1. Ban hành văn bản QPPL')
    expect(again.text).toContain('cần hai số')
    const next = await world.say('Đầu mối', '3/4')
    expect(next.text).toContain('4. Số hóa')
    expect((await world.say('Đầu mối', 'bỏ qua')).text).toContain('5. Cán bộ dùng')
    expect((await world.say('Đầu mối', 'xem lại')).text).toContain('Sẵn sàng gửi: 3')
    await world.say('Đầu mối', 'xóa 1')
    await world.say('Đầu mối', 'để sau')
    // Somebody else of the unit goes on with it, on another channel.
    await world.join('Đầu mối hai', 'CLERK', ward, 'web')
    const gone = await world.say('Đầu mối hai', 'báo cáo quý I')
    expect(lineOf(gone.text, 3)).toContain('19/20 (95%)')
    expect(gone.choices?.[0]).toBe('Gửi 2 số liệu')
  })

  it('has the last figures for «giữ nguyên», and asks why one fell', async () => {
    await aWard()
    await world.say('Thủ trưởng', 'báo cáo quý I')
    await world.say('Thủ trưởng', 'C07 18/20; C08 17/20; C16 có')
    await world.say('Thủ trưởng', 'gửi')
    expect((await stored()).map(({ state }) => state)).toEqual(['SUBMITTED', 'SUBMITTED', 'SUBMITTED'])
    world.clock.advance(100 * 86_400_000)
    const opened = await world.say('Đầu mối', 'báo cáo quý II')
    expect(lineOf(opened.text, 2)).toContain('chưa có (lần trước 18/20 (90%))')
    const kept = await world.say('Đầu mối', 'giữ nguyên')
    expect(lineOf(kept.text, 2)).toContain('18/20 (90%) ← mới')
    expect(lineOf(kept.text, 10)).toContain('Có ← mới')
    const fallen = await world.say('Đầu mối', 'sửa 2: 15/20')
    expect(lineOf(fallen.text, 2)).toContain('thấp hơn lần trước')
    const explained = await world.say('Đầu mối', 'C07 15/20 lý do: lần trước ghi nhầm')
    expect(lineOf(explained.text, 2)).toContain('15/20 (75%) ← mới')
    await world.say('Đầu mối', 'gửi')
    expect(
      (await stored()).find(({ targetCode, period }) => targetCode === 'C07' && period === '2024-Q2'),
    ).toMatchObject({
      fallReason: 'lần trước ghi nhầm',
    })
  })
})

describe('the head of the unit', () => {
  it('approves all but some, gives a row back with its reason, and the unit corrects that row alone', async () => {
    await aWard()
    await world.say('Đầu mối', 'báo cáo quý I')
    await world.say('Đầu mối', paste)
    await world.say('Đầu mối', 'gửi')
    await world.pressNotice('Thủ trưởng')
    expect((await world.say('Thủ trưởng', 'duyệt cả 10')).text).toContain('Hiện có 11 số liệu')
    const but = await world.say('Thủ trưởng', 'duyệt trừ 3, 5')
    expect(but.text).toContain('Đã duyệt 9 số liệu')
    expect(but.choices).toEqual(['Duyệt cả 2'])
    expect((await world.say('Thủ trưởng', 'trả lại câu 3')).text).toContain('lý do trả lại dòng 3')
    const back = await world.say('Thủ trưởng', 'Xem lại số dịch vụ công')
    expect(back.text).toContain('Đã trả lại 1')
    expect((await world.notices('Đầu mối')).map(({ message }) => message.text.split('\n')[0])).toEqual([
      'Thủ trưởng đã duyệt 9 số liệu quý I/2024 của UBND phường Quang Trung.',
      'Thủ trưởng đã trả lại 1 số liệu quý I/2024 của UBND phường Quang Trung để sửa.',
    ])
    const open = await world.pressNotice('Đầu mối')
    expect(lineOf(open.text, 3)).toContain('bị trả lại: Xem lại số dịch vụ công')
    await world.say('Đầu mối', '3: 19/20')
    await world.say('Đầu mối', 'gửi')
    const again = await world.pressNotice('Thủ trưởng')
    expect(lineOf(again.text, 3)).toContain('19/20')
    await world.say('Thủ trưởng', '1')
    const figures = await stored()
    expect(figures.filter(({ targetCode }) => targetCode === 'C08')).toMatchObject([
      { version: 1, state: 'EARLIER', numerator: 18n },
      { version: 2, state: 'SUBMITTED', numerator: 19n },
    ])
  })

  it('«trừ 2: lý do» approves the others and gives that one back with the reason, in one message', async () => {
    await aWard()
    await world.say('Đầu mối', 'báo cáo quý I')
    await world.say('Đầu mối', 'C07 18/20; C08 17/20')
    await world.say('Đầu mối', 'gửi')
    const shown = await world.pressNotice('Thủ trưởng')
    const n = /^(\d+)\. Dịch vụ công/m.exec(shown.text)?.[1] ?? ''
    const { text } = await world.say('Thủ trưởng', `trừ ${n}: chưa khớp sổ theo dõi`)
    expect(text).toContain('Đã duyệt 1 số liệu')
    expect(text).toContain('Đã trả lại 1')
    const open = await world.say('Đầu mối', 'báo cáo quý I')
    expect(lineOf(open.text, Number(n))).toContain('bị trả lại: chưa khớp sổ theo dõi')
  })

  it('does not approve a figure that was handed in again since it was shown', async () => {
    await aWard()
    await world.say('Đầu mối', 'báo cáo quý I')
    await world.say('Đầu mối', 'C07 18/20; C08 17/20')
    await world.say('Đầu mối', 'gửi')
    await world.pressNotice('Thủ trưởng')
    await world.say('Đầu mối', 'báo cáo quý I')
    await world.say('Đầu mối', 'C07 19/20')
    await world.say('Đầu mối', 'gửi')
    await world.say('Thủ trưởng', '1')
    expect((await stored()).map(({ targetCode, version, state }) => `${targetCode} ${version} ${state}`)).toEqual([
      'C07 1 EARLIER',
      'C07 2 DRAFT',
      'C08 1 SUBMITTED',
    ])
  })
})

describe('a dossier that is interrupted', () => {
  it('is handed in whole or not at all: what fails in the middle leaves nothing, and the same event succeeds later', async () => {
    await aWard()
    await world.say('Đầu mối', 'báo cáo quý I')
    await world.say('Đầu mối', paste)
    await world.failAt('dossier.receipt.title')
    await expect(world.say('Đầu mối', 'gửi', 'send-1')).rejects.toThrow('connection')
    expect(await stored()).toHaveLength(0)
    expect(await world.notices('Thủ trưởng')).toHaveLength(0)
    await world.say('Đầu mối', 'gửi', 'send-1')
    expect(await stored()).toHaveLength(11)
    await world.pressNotice('Thủ trưởng')
    await world.failAt('dossier.decided.approve')
    await expect(world.say('Thủ trưởng', '1', 'approve-1')).rejects.toThrow('connection')
    expect((await stored()).every(({ isWithHead }) => isWithHead)).toBe(true)
    await world.say('Thủ trưởng', '1', 'approve-1')
    expect((await stored()).every(({ state }) => state === 'SUBMITTED')).toBe(true)
  })

  it('is taken once when the event comes twice', async () => {
    await aWard()
    await world.say('Đầu mối', 'báo cáo quý I')
    await world.say('Đầu mối', paste)
    await world.say('Đầu mối', 'gửi', 'send-1')
    await world.say('Đầu mối', 'gửi', 'send-1')
    expect(await stored()).toHaveLength(11)
    expect(await world.notices('Thủ trưởng')).toHaveLength(1)
  })

  it('shows what another person of the unit has changed before it is sent, and both stay', async () => {
    await aWard()
    await world.join('Đầu mối hai', 'CLERK', ward)
    await world.say('Đầu mối', 'báo cáo quý I')
    await world.say('Đầu mối', 'C07 18/20')
    await world.say('Đầu mối hai', 'báo cáo quý I')
    await world.say('Đầu mối hai', 'C08 17/20')
    const asked = await world.say('Đầu mối', 'gửi')
    expect(asked.text).toContain('Đầu mối hai vừa thay đổi bảng này')
    expect(await stored()).toHaveLength(0)
    await world.say('Đầu mối', 'gửi')
    expect(await stored()).toHaveLength(2)
    const late = await world.say('Đầu mối hai', 'gửi')
    expect(late.text).toMatch(/vừa thay đổi|Chưa có số liệu mới/)
    expect(await stored()).toHaveLength(2)
  })

  it('answers a button of an older table with the present one', async () => {
    await aWard()
    const first = await world.say('Đầu mối', 'báo cáo quý I')
    await world.say('Đầu mối', 'C07 18/20')
    const stale = await world.press('Đầu mối', first.prompt ?? '', 1)
    expect(stale.text).toContain('18/20 (90%)')
    expect(await stored()).toHaveLength(0)
  })

  it('reads five thousand characters in pieces, and does not take the line that may have been cut', async () => {
    await aWard()
    await world.say('Đầu mối', 'báo cáo quý I')
    const many = Array.from({ length: 120 }, (_, at) => `dòng ghi chú số ${at} của đơn vị về công việc`).join('\n')
    const { text } = await world.say('Đầu mối', `C07 18/20\n${many}\nC08 17/2`)
    expect(lineOf(text, 2)).toContain('18/20 (90%)')
    expect(lineOf(text, 3)).toContain('chưa có')
    const rest = await world.say('Đầu mối', 'C08 17/20')
    expect(lineOf(rest.text, 3)).toContain('17/20 (85%)')
  })
})

describe('a period that is named by the one beside it', () => {
  it('opens the one before, in the dossier and from anywhere; where the campaign has none, that is said', async () => {
    await aWard()
    await world.say('Đầu mối', 'báo cáo quý I')
    const none = await world.say('Đầu mối', 'kỳ trước ạ')
    expect(none.text).toContain('Phong trào không có kỳ quý IV/2023; đây vẫn là số liệu của quý I/2024.')
    expect(none.text).not.toContain('Chưa hiểu')
    world.clock.set('2024-04-10T02:00:00Z')
    expect((await world.say('Đầu mối', 'báo cáo quý II')).text).toContain('quý II/2024')
    expect((await world.say('Đầu mối', 'kỳ trước')).text).toContain('Số liệu quý I/2024')
    await world.say('Đầu mối', 'menu')
    expect((await world.say('Đầu mối', 'báo cáo kỳ trước')).text).toContain('Số liệu quý I/2024')
  })
})
