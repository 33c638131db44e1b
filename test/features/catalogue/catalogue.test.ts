import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { catalogue } from '../../../src/features/catalogue/feature.ts'
import { askedModels } from '../../../src/features/catalogue/question.ts'
import { catalogueRoom } from '../../../src/features/catalogue/room.tsx'
import { replications } from '../../../src/features/replications/feature.ts'
import { fold } from '../../../src/reading/text.ts'
import { type ChatWorld, chatWorld } from '../initiatives/chat-world.ts'

describe('a search of the catalogue', () => {
  it.each([
    ['Tìm mô hình về một cửa', 'mot cua'],
    ['cho em tìm sáng kiến số hóa hồ sơ ạ', 'so hoa ho so'],
    ['có sáng kiến nào về trả kết quả tại nhà không?', 'tra ket qua tai nha'],
    ['tra cứu mô hình, sáng kiến liên quan đến thanh toán', 'thanh toan'],
  ])('«%s» is one', (text, words) => {
    expect(askedModels(text)).toEqual({ to: 'models', args: { words } })
  })

  it('«áp dụng SK-1» takes one over', () => {
    expect(askedModels('Áp dụng sáng kiến SK-1')).toEqual({ to: 'models.take', args: { number: '1' } })
    expect(askedModels('áp dụng SK-2025-012')).toEqual({ to: 'models.take', args: { number: '12' } })
  })

  it.each([
    'Mô hình',
    'sáng kiến',
    'Mô hình một cửa lưu động',
    'Áp dụng mô hình một cửa tại phường',
    'tìm',
    'Tìm sáng kiến của tôi',
  ])('«%s» is none: it may be an answer', text => {
    expect(askedModels(text)).toBeUndefined()
  })
})

let world: ChatWorld
beforeAll(async () => {
  world = await chatWorld('2024-03-20T02:00:00Z', { features: [replications, catalogue] })
  const author = await world.join('Tác giả', 'OFFICIAL', 'P2')
  await world.join('Cán bộ phường', 'OFFICIAL', 'P1')
  await world.join('Phóng viên', 'PRESS', 'TCKH')
  const at = world.clock.now()
  const rows = [
    { state: 'RECOGNISED', title: 'Một cửa lưu động', topic: 'TTHC', kind: 'MODEL' },
    { state: 'EFFECT_CONFIRMED', title: 'Ngày thứ Bảy không hẹn', topic: 'TTHC', kind: 'GOOD_PRACTICE' },
    { state: 'REGISTERED', title: 'Một cửa mới đăng ký', topic: 'TTHC', kind: 'MODEL' },
    { state: 'RECOGNISED', title: 'Kho dữ liệu dùng chung', topic: 'CQS', kind: 'NEW_TECHNOLOGY' },
  ]
  for (const [nth, { kind, ...row }] of rows.entries()) {
    const id = crypto.randomUUID()
    const said = (value: string) => ({ value, typed: value })
    await world.store.prisma.record.create({
      data: {
        ...{ ...row, id, campaignId: world.campaign.id, kind: 'initiative', authorId: author, unitCode: 'P2' },
        ...{ version: 1, passedVersion: 1, number: nth + 1, code: `SK-00${nth + 1}`, sentAt: at, receivedAt: at },
        searchText: fold(`${row.title} phục vụ tận nơi`),
        versions: {
          create: {
            ...{ version: 1, form: 'initiative', formVersion: 1, authorId: author, role: 'OFFICIAL', fileIds: [] },
            ...{ sentAt: at, receivedAt: at, passedAt: at, draftId: crypto.randomUUID() },
            answers: { title: said(row.title), kind: said(kind), content: said('Phục vụ tận nơi.') },
          },
        },
        initiativeFact: { create: { titleFolded: fold(row.title), isOutstanding: row.topic === 'CQS' } },
      },
    })
  }
})
afterAll(() => world.close())

const page = (who: string, rest: string, search = '') =>
  world.as(who, async ctx => {
    const request = { rest, search: new URLSearchParams(search), form: null, csrf: 'c' }
    const answer = await catalogueRoom.answer(ctx, { ...request, address: '/desk/mo-hinh' })
    return answer && 'body' in answer ? String(await answer.body()) : null
  })

describe('the catalogue', () => {
  it('is searched by any of the staff, by words without accents, field and kind; outstanding ones first', async () => {
    const all = await world.say('Phóng viên', '/mohinh')
    expect(all.title).toBe('Mô hình, sáng kiến đã được công nhận: 3')
    expect(all.choices?.slice(0, 3)).toEqual([
      '★ SK-004 Kho dữ liệu dùng chung (UBND phường Hai)',
      'SK-002 Ngày thứ Bảy không hẹn (UBND phường Hai)',
      'SK-001 Một cửa lưu động (UBND phường Hai)',
    ])
    const found = await world.talk('Phóng viên', 'Tìm theo từ', 'mot cua')
    expect(found.title).toContain(': 1')
    expect(found.text).toContain('«mot cua»')
    expect((await world.say('Phóng viên', 'tìm sáng kiến về phục vụ tan noi')).title).toContain(': 3')
    expect((await world.talk('Phóng viên', '/mohinh', 'Chọn lĩnh vực', '2')).title).toContain(': 2')
    const both = await world.talk('Phóng viên', 'Chọn loại', 'Cách làm hay')
    expect([both.title, both.choices?.[0]]).toEqual([
      'Mô hình, sáng kiến đã được công nhận: 1',
      'SK-002 Ngày thứ Bảy không hẹn (UBND phường Hai)',
    ])
    const onWeb = await page('Phóng viên', '', 'q=mot+cua')
    expect(onWeb).toContain('SK-001 Một cửa lưu động')
    expect(onWeb).not.toContain('SK-003')
  })

  it('takes over with one press: only what the unit made of it is asked, and the lineage shows it', async () => {
    expect((await world.say('Phóng viên', 'áp dụng SK-002')).text).toContain('đơn vị áp dụng ghi')
    const shown = await world.talk('Cán bộ phường', 'tìm mô hình thứ bảy', '1')
    expect(shown.text).toContain('Chưa có đơn vị nào khác')
    const asked = await world.say('Cán bộ phường', '1')
    expect(asked.text).toContain('áp dụng những gì')
    const receipt = await world.talk('Cán bộ phường', 'Làm sáng thứ Bảy đầu tháng.', '18/3', 'bỏ qua', '1')
    expect(receipt.text).toContain('NR-001')
    const taken = await world.store.prisma.record.findFirstOrThrow({ where: { code: 'NR-001' } })
    expect(taken).toMatchObject({ topic: 'SK-002', unitCode: 'P1', state: 'TAKEN_OVER' })
    const again = await world.talk('Cán bộ phường', 'áp dụng sáng kiến SK-002')
    expect(again.text).toContain('đã ghi nhận áp dụng')
    expect(await page('Phóng viên', 'SK-002')).toContain('UBND phường Một: Đang áp dụng')
  })

  it('is not entered by what was not recognised, nor taken over by its own unit', async () => {
    expect(await page('Phóng viên', 'SK-003')).toBeNull()
    expect((await world.say('Cán bộ phường', 'áp dụng SK-003')).text).toContain('không tìm thấy')
    expect((await world.say('Tác giả', 'áp dụng SK-001')).text).toContain('Đơn vị anh/chị')
  })
})
