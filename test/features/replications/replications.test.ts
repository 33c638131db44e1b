import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { replications } from '../../../src/features/replications/feature.ts'
import { type ChatWorld, chatWorld } from '../initiatives/chat-world.ts'

let world: ChatWorld
beforeAll(async () => {
  world = await chatWorld('2024-03-20T02:00:00Z', { features: [replications] })
  const author = await world.join('Tác giả', 'OFFICIAL', 'P2')
  await world.join('Đầu mối', 'CLERK', 'P1')
  await world.join('Thủ trưởng', 'HEAD', 'P1')
  await world.join('Thủ trưởng khác', 'HEAD', 'P2')
  await world.join('Cán bộ', 'PNV', 'NV')
  const at = world.clock.now()
  const standing = { campaignId: world.campaign.id, kind: 'initiative', authorId: author, version: 1, passedVersion: 1 }
  const rows = [
    { unitCode: 'P2', state: 'RECOGNISED', title: 'Một cửa lưu động' },
    { unitCode: 'P2', state: 'EFFECT_CONFIRMED', title: 'Ngày thứ Bảy không hẹn' },
    { unitCode: 'P2', state: 'REGISTERED', title: 'Mới đăng ký' },
    { unitCode: 'P2', state: 'NOT_EFFECTIVE', title: 'Không có hiệu quả' },
    { unitCode: 'P1', state: 'REPLICATED', title: 'Của chính đơn vị' },
  ]
  await world.store.prisma.record.createMany({
    data: rows.map((row, nth) => ({
      ...{ ...standing, ...row, id: crypto.randomUUID(), number: nth + 1, code: `SK-00${nth + 1}` },
      ...{ searchText: '', sentAt: at, receivedAt: at },
    })),
  })
})
afterAll(() => world.close())

describe('taking over a model of another unit', () => {
  it('offers what was recognised elsewhere, proven ones first, nothing of the unit itself', async () => {
    const asked = await world.say('Đầu mối', 'nhân rộng')
    expect(asked.choices).toEqual([
      'SK-002 Ngày thứ Bảy không hẹn (UBND phường Hai)',
      'SK-001 Một cửa lưu động (UBND phường Hai)',
    ])
    expect((await world.say('Thủ trưởng khác', '/nhanrong')).choices).toHaveLength(1)
  })

  it('is noted by staff, and its effect confirmed by the head of the taking unit alone, with what it rests on', async () => {
    const receipt = await world.talk('Đầu mối', '1', 'Áp dụng sáng thứ Bảy hằng tuần.', '18/3', 'bỏ qua', '1')
    expect(receipt.text).toContain('Đã ghi việc nhân rộng NR-001')
    const { id } = await world.store.prisma.record.findFirstOrThrow({ where: { kind: 'replication' } })
    const act = (name: string, reason: string) =>
      world.as(name, ctx => replications.page?.act(ctx, id, 'confirmEffect', reason, []) ?? Promise.reject())
    for (const name of ['Đầu mối', 'Thủ trưởng khác', 'Cán bộ'])
      expect([name, (await act(name, 'Theo số liệu tháng')).ok]).toEqual([name, false])
    expect((await act('Thủ trưởng', '')).ok).toBe(false)
    expect((await act('Thủ trưởng', 'Số hồ sơ tăng 20%')).ok).toBe(true)
    expect((await world.notices('Đầu mối')).at(-1)?.message.text).toContain('Căn cứ: Số hồ sơ tăng 20%')
  })

  it('is told to whom the initiative is, and shows where it comes from', async () => {
    const told = (await world.notices('Tác giả')).map(({ message }) => message.text)
    expect(told).toHaveLength(1)
    expect(told[0]).toContain('UBND phường Một đã áp dụng sáng kiến «Ngày thứ Bảy không hẹn» (SK-002)')
    const { id } = await world.store.prisma.record.findFirstOrThrow({ where: { kind: 'replication' } })
    const page = await world.as('Cán bộ', async ctx => replications.page?.detail(ctx, id))
    const called = 'SK-002 Ngày thứ Bảy không hẹn (UBND phường Hai)'
    expect(page?.fields.map(({ value }) => value)).toEqual(expect.arrayContaining([called, 'UBND phường Hai']))
    expect(page?.history.at(-1)).toMatchObject({ noted: 'Căn cứ', reason: 'Số hồ sơ tăng 20%' })
    const query = { q: '', filters: {}, page: 1, size: 50 }
    const list = await world.as('Cán bộ', async ctx => replications.page?.rows(ctx, query))
    expect(list?.rows[0]?.cells).toContain(called)
  })

  it('noted by the head is for another one to confirm, and says so', async () => {
    const receipt = await world.talk(
      'Thủ trưởng khác',
      '/nhanrong',
      '1',
      'Áp dụng vào sáng thứ Bảy.',
      '18/3',
      'bỏ qua',
      '1',
    )
    expect(receipt.text).toContain('người ghi không tự xác nhận')
    const { id } = await world.store.prisma.record.findFirstOrThrow({ where: { kind: 'replication', unitCode: 'P2' } })
    const own = await world.as('Thủ trưởng khác', async ctx =>
      replications.page?.act(ctx, id, 'confirmEffect', 'Số hồ sơ tăng', []),
    )
    expect(own?.ok).toBe(false)
  })
})
