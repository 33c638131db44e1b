import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { movements, supervisions } from '../../../src/features/front/feature.ts'
import { type ChatWorld, chatWorld } from '../initiatives/chat-world.ts'

let world: ChatWorld
beforeAll(async () => {
  world = await chatWorld('2024-03-20T02:00:00Z', { features: [supervisions, movements] })
  await world.join('Mặt trận', 'FRONT', 'TCKH')
  await world.join('Thủ trưởng', 'HEAD', 'P1')
  await world.join('Đầu mối', 'CLERK', 'P1')
  await world.join('Đầu mối khác', 'CLERK', 'P2')
  await world.join('Cán bộ', 'PNV', 'NV')
})
afterAll(() => world.close())

const note = ['Việc tiếp nhận hồ sơ', '18/3', 'Người dân còn phải chờ lâu.']

describe('a supervision by the Front', () => {
  it('tells the supervised unit what was seen and recommended as soon as it is sent, and nobody else', async () => {
    const early = await world.talk('Mặt trận', 'giám sát', 'P1', 'Việc tiếp nhận hồ sơ', '30/12/2024')
    expect(early.text).toContain('không thể sau hôm nay')
    const receipt = await world.talk('Mặt trận', '18/3', note[2] ?? '', 'Bố trí thêm người.', 'bỏ qua', '1')
    expect(receipt.text).toContain('GS-001')
    for (const name of ['Thủ trưởng', 'Đầu mối']) {
      const told = await world.notices(name)
      expect([name, told.length]).toEqual([name, 1])
      for (const words of ['GS-001', '18/03/2024', 'Người dân còn phải chờ lâu.', 'Kiến nghị: Bố trí thêm người.'])
        expect(told[0]?.message.text).toContain(words)
    }
    expect(await world.notices('Đầu mối khác')).toEqual([])
  })

  it('is noted by the managing office, and without a recommendation none is told', async () => {
    await world.talk('Mặt trận', '/giamsat', 'P2', ...note, 'bỏ qua', 'bỏ qua', '1')
    const told = (await world.notices('Đầu mối khác')).at(-1)?.message.text
    expect(told).toContain('GS-002')
    expect(told).not.toContain('Kiến nghị')
    const { id } = await world.store.prisma.record.findFirstOrThrow({ where: { code: 'GS-002' } })
    const act = (name: string) =>
      world.as(name, ctx => supervisions.page?.act(ctx, id, 'note', '', []) ?? Promise.reject())
    for (const name of ['Mặt trận', 'Thủ trưởng', 'Đầu mối khác'])
      expect([name, (await act(name)).ok]).toEqual([name, false])
    expect((await act('Cán bộ')).ok).toBe(true)
    const rows = await world.as('Cán bộ', async ctx =>
      supervisions.page?.rows(ctx, { q: 'cho lau', filters: { state: 'NOTED' }, page: 1, size: 50 }),
    )
    expect(rows?.rows.map(({ cells }) => cells.slice(0, 1))).toEqual([['GS-002']])
    expect(rows?.rows[0]?.cells).toContain('UBND phường Hai')
  })
})

describe('another movement', () => {
  it('is noted with what was done together, and by the Front only', async () => {
    expect((await world.say('Đầu mối', '/ganketphongtrao')).text).toContain('không')
    const words = ['Toàn dân đoàn kết', 'Tổ công nghệ số đến từng khu phố.', '18/3', 'bỏ qua', '1']
    expect((await world.talk('Mặt trận', 'phong trào khác', ...words)).text).toContain('GK-001')
    expect(await world.store.prisma.record.findFirst({ where: { kind: 'movement' } })).toMatchObject({
      ...{ title: 'Toàn dân đoàn kết', state: 'SENT', unitCode: 'TCKH' },
    })
  })
})
