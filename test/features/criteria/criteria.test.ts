import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { boardRoom } from '../../../src/features/board/board-room.tsx'
import { boardOf } from '../../../src/features/board/matrix.ts'
import { criteria, criterionReports } from '../../../src/features/criteria/feature.ts'
import { type ChatWorld, chatWorld } from '../initiatives/chat-world.ts'

const wards = { code: 'G5', name: 'Phường, xã', unitKinds: ['ward' as const], isInvited: false, owingUnits: [] }

let world: ChatWorld
beforeAll(async () => {
  world = await chatWorld('2024-03-20T02:00:00Z', {
    features: [criteria, criterionReports],
    plan: {
      ...{ year: 2024, startsOn: '2024-03-15', endsOn: '2024-12-31', traits: [] },
      participants: { collectives: [wards], people: [] },
    },
  })
  await world.join('Đầu mối', 'CLERK', 'P1')
  await world.join('Thủ trưởng', 'HEAD', 'P1')
  await world.join('Thủ trưởng khác', 'HEAD', 'P2')
  await world.join('Cán bộ', 'PNV', 'NV')
})
afterAll(() => world.close())

const board = () => world.as('Cán bộ', ctx => boardOf(ctx, { period: '2024-Q2', day: null }))
const page = (name: string, rest: string) =>
  world.as(name, async ctx => {
    const asked = { rest, search: new URLSearchParams(), address: '/desk/bang-so-lieu', csrf: 'x', form: null }
    const answer = await boardRoom.answer(ctx, asked)
    return answer && 'body' in answer ? String(await answer.body()) : ''
  })

const reporting = (name: string) => world.as(name, async ctx => criterionReports.routes?.criterionReport?.(ctx, {}))

describe('a criterion of a unit’s own', () => {
  it('is proposed in the chat, let through by the head, confirmed by an officer; before, nothing can be reported', async () => {
    const before = await board()
    expect((await world.say('Đầu mối', 'tiêu chí riêng')).text).toContain('được đặt thêm tiêu chí thi đua riêng')
    expect((await world.say('Đầu mối', '/tieuchi')).choices?.[0]).toBe('Đề xuất tiêu chí riêng')
    await world.talk('Đầu mối', '1', 'Trả kết quả thủ tục hành chính trước hạn', 'từ 60% số hồ sơ')
    expect((await world.say('Đầu mối', '1/2/2025')).text).toContain('từ 15/03/2024 đến 31/12/2024')
    const receipt = await world.talk('Đầu mối', '30/9', 'Hồ sơ đất đai chiếm 40% số hồ sơ của phường.', '1')
    expect(receipt.text).toContain('TC-001')
    await world.talk('Thủ trưởng', '/duyet', '1', '1')
    expect(await page('Cán bộ', 'don-vi/P1')).not.toContain('Trả kết quả thủ tục')
    expect(await reporting('Đầu mối')).toMatchObject({ text: expect.stringContaining('chưa có tiêu chí riêng nào') })
    const waiting = await world.talk('Cán bộ', '/duyet', '1')
    expect(waiting.text).toContain('từ 60% số hồ sơ')
    await world.say('Cán bộ', '1')
    expect(await page('Cán bộ', 'don-vi/P1')).toContain('Trả kết quả thủ tục hành chính trước hạn')
    expect(await board()).toEqual(before)
  })

  it('is reported through the head; the newest report stands on the page of the unit, and in no figure', async () => {
    const before = await board()
    expect((await world.say('Đầu mối', '/tieuchi')).text).toContain('(Chưa báo cáo)')
    await world.talk('Đầu mối', '1', '1', '2', 'Quý I đạt 48% số hồ sơ.', 'bỏ qua', '1')
    await world.talk('Thủ trưởng', '/duyet', '1', '1')
    await world.talk('Cán bộ', '/duyet', '1', '1')
    await world.talk('Thủ trưởng', '/tieuchi', '1', '1', '1', 'Quý II đạt 66% số hồ sơ.', 'bỏ qua', '1')
    const shown = await page('Cán bộ', 'don-vi/P1')
    expect(shown).toContain('Tiêu chí riêng của đơn vị')
    expect(shown).toContain('Đã đạt')
    expect(shown).toContain('Quý II đạt 66% số hồ sơ.')
    expect(shown).not.toContain('Quý I đạt')
    expect(await page('Cán bộ', '')).toContain('Tiêu chí riêng của các đơn vị: 1')
    expect(await board()).toEqual(before)
    expect((await world.say('Đầu mối', '/tieuchi')).text).toContain('(Đã đạt)')
  })

  it('is of its unit alone: others see neither it nor its reports, and cannot report on it', async () => {
    expect((await world.say('Thủ trưởng khác', '/tieuchi')).text).not.toContain('Trả kết quả')
    expect(await page('Thủ trưởng khác', 'don-vi/P1')).toBe('')
    expect(await reporting('Thủ trưởng khác')).toMatchObject({
      text: expect.stringContaining('chưa có tiêu chí riêng nào được xác nhận'),
    })
  })

  it('stays confirmed once it was reported on', async () => {
    const { id } = await world.store.prisma.record.findFirstOrThrow({ where: { kind: 'criterion' } })
    const reopened = await world.as('Cán bộ', async ctx => criteria.page?.act(ctx, id, 'reopen', 'Xem lại căn cứ', []))
    expect(reopened).toMatchObject({ ok: false })
    const stands = await world.store.prisma.record.findUniqueOrThrow({ where: { id } })
    expect(stands.state).toBe('CONFIRMED')
  })
})
