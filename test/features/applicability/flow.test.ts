import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RoomAnswer } from '../../../src/contract/desk-page.ts'
import { applicability } from '../../../src/features/applicability/feature.ts'
import { applicabilityRoom } from '../../../src/features/applicability/room.tsx'
import { type ChatWorld, chatWorld } from '../initiatives/chat-world.ts'

const wards = { code: 'G5', name: 'Phường, xã', unitKinds: ['ward' as const], isInvited: false, owingUnits: [] }

describe('which targets apply (K02)', () => {
  let world: ChatWorld
  beforeAll(async () => {
    world = await chatWorld('2024-03-20T02:00:00Z', {
      features: [applicability],
      plan: {
        ...{ year: 2024, startsOn: '2024-03-15', endsOn: '2024-12-31', traits: [] },
        participants: { collectives: [wards], people: [] },
      },
    })
    await world.join('Đầu mối', 'CLERK', 'P1')
    await world.join('Thủ trưởng', 'HEAD', 'P1')
    await world.join('Cán bộ', 'PNV', 'NV')
    const data = ['P1', 'P2'].map(unitCode => ({ unitCode, targetCode: 'C09', state: 'PENDING' as const }))
    await world.store.prisma.applicability.createMany({
      data: data.map(row => ({ ...row, campaignId: world.campaign.id })),
    })
  })
  afterAll(() => world.close())

  const stands = async (unitCode: string) =>
    world.store.prisma.applicability.findFirst({ where: { unitCode, targetCode: 'C09' } })
  const owed = (unitCode: string) =>
    world.store.prisma.obligation.count({ where: { unitCode, targets: { has: 'C09' }, state: 'OPEN' } })
  const post = (name: string, fields: readonly (readonly [string, string])[]): Promise<RoomAnswer | null> =>
    world.as(name, ctx => {
      const form = new FormData()
      for (const [key, value] of fields) form.append(key, value)
      const asked = { rest: 'C09', search: new URLSearchParams(), address: '/desk/ap-dung', csrf: 'x' }
      return applicabilityRoom.answer(ctx, { ...asked, form })
    })

  it('a unit proposes in the chat, its head lets it through, an officer confirms: it holds and is owed', async () => {
    expect(await owed('P1')).toBe(0)
    const asked = await world.talk('Đầu mối', '/baocao', 'Đề nghị về chỉ tiêu áp dụng')
    expect(asked.choices?.[0]).toContain('(chưa xác nhận)')
    await world.talk('Đầu mối', '1', 'có áp dụng', 'Phường có bộ phận một cửa', '1')
    expect(await stands('P1')).toMatchObject({ state: 'PENDING', source: 'plan' })
    await world.talk('Thủ trưởng', '/duyet', '1', '1')
    const waiting = await world.talk('Cán bộ', '/duyet', '1')
    expect(waiting.text).toContain('Phường có bộ phận một cửa')
    expect(waiting.text).toContain('1. Chỉ tiêu: 100% kết quả giải quyết được số hóa\n')
    await world.say('Cán bộ', '1')
    expect(await stands('P1')).toMatchObject({ state: 'APPLIES', source: 'person' })
    expect(await owed('P1')).toBeGreaterThan(0)
    expect(await stands('P2')).toMatchObject({ state: 'PENDING', source: 'plan' })
  })

  it('taken back, what the plan says holds again', async () => {
    const { id } = await world.store.prisma.record.findFirstOrThrow({ where: { kind: 'applicability' } })
    const reopen = (why: string) => world.as('Cán bộ', async ctx => applicability.page?.act(ctx, id, 'reopen', why))
    expect(await reopen('Xem lại căn cứ')).toMatchObject({ ok: true })
    expect(await stands('P1')).toMatchObject({ state: 'APPLIES', source: 'plan', reason: 'every' })
  })

  it('an officer decides for a whole group with a reason, and nothing is owed any more', async () => {
    const answer = await post('Cán bộ', [
      ['nhom', 'G5'],
      ['trang-thai', 'NOT_APPLICABLE'],
      ['ly-do', 'Không phát sinh thủ tục'],
    ])
    expect(answer).toMatchObject({ isGood: true, say: expect.stringContaining('Đã ghi cho 4 đơn vị') })
    expect(await stands('P2')).toMatchObject({ state: 'NOT_APPLICABLE', reason: 'Không phát sinh thủ tục' })
    expect([await owed('P1'), await owed('P2')]).toEqual([0, 0])
    const written = await world.store.prisma.audit.findMany({ where: { action: 'applicability.decide' } })
    expect(written.at(-1)).toMatchObject({ actorRole: 'PNV', to: 'NOT_APPLICABLE' })
  })

  it('says what is missing and changes nothing; a second press finds it done; nobody else decides', async () => {
    const fields = [
      ['dv', 'P1'],
      ['trang-thai', 'NOT_APPLICABLE'],
    ] as const
    expect(await post('Cán bộ', [...fields, ['ly-do', 'x']])).toMatchObject({ status: 422 })
    expect(
      await post('Cán bộ', [
        ['trang-thai', 'APPLIES'],
        ['ly-do', 'Đủ lý do'],
      ]),
    ).toMatchObject({ status: 422 })
    expect(
      await post('Cán bộ', [
        ['dv', 'P1'],
        ['ly-do', 'Đủ lý do'],
      ]),
    ).toMatchObject({ status: 422 })
    expect(await post('Cán bộ', [...fields, ['ly-do', 'Như trên rồi']])).toMatchObject({
      say: expect.stringContaining('Đã ghi cho 0 đơn vị'),
    })
    expect(await post('Thủ trưởng', [...fields, ['ly-do', 'Tự quyết định']])).toBeNull()
  })
})
