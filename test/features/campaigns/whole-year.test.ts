import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OutboundMessage } from '../../../src/channels/channel.ts'
import type { RoomAnswer } from '../../../src/contract/desk-page.ts'
import type { Params } from '../../../src/conversation/field.ts'
import { initiatives } from '../../../src/features/initiatives/feature.ts'
import { initiativeForm } from '../../../src/features/initiatives/form.ts'
import { features } from '../../../src/features/list.ts'
import { decideRecord } from '../../../src/records/move.ts'
import { takeIn } from '../../../src/records/take-in.ts'
import { beat } from '../../../src/reminders/round/beat.ts'
import { initiativeLines } from '../../seasons/two-seasons.ts'
import { type PlanWorld, planWorld } from '../../support/plan-world.ts'

const room = features.flatMap(({ rooms = [] }) => rooms).find(({ path }) => path === 'tinh-trang-phong-trao')

let world: PlanWorld
beforeAll(async () => {
  world = await planWorld('2024-03-12T02:00:00Z')
  await world.join('Cán bộ', 'PNV', 'UB-NV')
  await world.join('Cán bộ hai', 'PNV', 'UB-NV')
  await world.join('Chủ tịch', 'CHAIR', 'UB-UBND')
  await world.join('Đầu mối', 'CLERK', 'UB-P-QT')
  await world.join('Chủ tịch phường', 'WARD_CHAIR', 'UB-P-QT')
  await world.join('Viên chức', 'OFFICIAL', 'UB-P-QT')
})
afterAll(() => world.close())

async function move(who: string, viec: 'on' | 'back', dang: string, reason = ''): Promise<RoomAnswer | null> {
  world.clock.advance(1_000)
  return world.as(who, async ctx => {
    const form = new FormData()
    for (const [name, value] of Object.entries({ viec, dang, 'ly-do': reason })) form.set(name, value)
    const address = 'http://localhost/desk/tinh-trang-phong-trao'
    return (await room?.answer(ctx, { rest: '', search: new URLSearchParams(), form, address, csrf: 'c' })) ?? null
  })
}

async function page(who: string): Promise<string> {
  const answer = await world.as(who, async ctx =>
    room?.answer(ctx, { rest: '', search: new URLSearchParams(), form: null, address: 'http://x/desk/t', csrf: 'c' }),
  )
  return answer && 'body' in answer ? String(await answer.body()) : ''
}

const isDone = (answer: RoomAnswer | null) => answer !== null && 'goTo' in answer && answer.isGood
const said = async (answer: RoomAnswer | null) => (answer && 'body' in answer ? String(await answer.body()) : '')
const state = async () => (await world.store.prisma.campaign.findFirstOrThrow({ where: { isActive: true } })).state
const whyOf = 'Lãnh đạo đã đồng ý'

async function notices(name: string): Promise<string[]> {
  const where = { account: { externalId: name }, kind: 'NOTICE' as const, dedupeKey: { startsWith: 'campaign-state:' } }
  const rows = await world.store.prisma.outbox.findMany({
    where: { ...where, state: 'QUEUED' },
    orderBy: { seq: 'asc' },
  })
  return rows.map(({ body }) => (body as unknown as { message: OutboundMessage }).message.text)
}

const allSent = () => world.store.prisma.outbox.updateMany({ where: { state: 'QUEUED' }, data: { state: 'SENT' } })

describe('the life of a campaign', () => {
  it('is not begun before the day of the plan, and by nobody but an officer', async () => {
    expect(await state()).toBe('LAUNCHED')
    expect(await said(await move('Cán bộ', 'on', 'LAUNCHED', whyOf))).toContain('bắt đầu từ ngày 15/03/2024')
    expect(await move('Đầu mối', 'on', 'LAUNCHED', whyOf)).toBeNull()
    expect(await move('Chủ tịch', 'on', 'LAUNCHED', whyOf)).toBeNull()
    expect(await state()).toBe('LAUNCHED')
  })

  it('shows what is missing before, and goes on all the same when it is said why', async () => {
    world.clock.set('2024-03-18T02:00:00Z')
    const shown = await page('Cán bộ')
    expect(shown).toContain('Chưa nạp văn bản kế hoạch đã ký')
    expect(shown).toMatch(/\d+ đơn vị có việc phải làm nhưng chưa có thủ trưởng hay đầu mối/)
    expect(await said(await move('Cán bộ', 'on', 'LAUNCHED'))).toContain('vì sao vẫn chuyển')
    expect(isDone(await move('Cán bộ', 'on', 'LAUNCHED', whyOf))).toBe(true)
    expect(await state()).toBe('RUNNING')
    const entry = await world.store.prisma.audit.findFirstOrThrow({ where: { action: 'campaign.on' } })
    expect(entry).toMatchObject({ actorRole: 'PNV', from: 'LAUNCHED', to: 'RUNNING', reason: whyOf })
    // Of the beginning the office is told, and nobody else.
    expect([await notices('Cán bộ'), await notices('Đầu mối')]).toEqual([[], []])
    expect(await notices('Cán bộ hai')).toHaveLength(1)
    expect(await notices('Chủ tịch')).toHaveLength(1)
  })

  it('leaves no state out, forwards or back', async () => {
    for (const wrong of ['LAUNCHED', 'SUMMARISING', 'AWARDED', 'ARCHIVED', 'DRAFT', 'x'])
      expect(isDone(await move('Cán bộ', 'on', wrong, whyOf))).toBe(false)
    expect(await state()).toBe('RUNNING')
  })

  it('is moved once when two officers press: the second hears what the first did, and people are told once', async () => {
    world.clock.set('2024-12-02T02:00:00Z')
    await allSent()
    expect(isDone(await move('Cán bộ', 'on', 'RUNNING', whyOf))).toBe(true)
    expect(await said(await move('Cán bộ hai', 'on', 'RUNNING', whyOf))).toContain(
      'Cán bộ đã chuyển phong trào sang «Tổng kết»',
    )
    expect(await state()).toBe('SUMMARISING')
    expect(await notices('Đầu mối')).toHaveLength(1)
    expect((await notices('Chủ tịch phường')).at(-1)).toContain('/tongket')
  })

  it('a move that is taken back before anybody heard of it is told to nobody, within a day without a reason', async () => {
    expect(isDone(await move('Cán bộ hai', 'back', 'SUMMARISING'))).toBe(true)
    expect(await state()).toBe('RUNNING')
    expect(await notices('Đầu mối')).toEqual([])
    await move('Cán bộ', 'on', 'RUNNING', whyOf)
    await allSent()
    world.clock.advance(25 * 3_600_000)
    expect(await said(await move('Cán bộ', 'back', 'SUMMARISING'))).toContain('lý do lùi lại')
    expect(isDone(await move('Cán bộ', 'back', 'SUMMARISING', 'Hoãn hội nghị'))).toBe(true)
    expect((await notices('Đầu mối')).at(-1)).toContain('Hoãn hội nghị')
    await move('Cán bộ', 'on', 'RUNNING', whyOf)
    await allSent()
  })
})

describe('when the awards are decided', () => {
  it('an open draft is kept, its owner told, and the chat says where to turn', async () => {
    await world.talk('Viên chức', '/sangkien', ...initiativeLines('Tổ lưu động nhận hồ sơ tại khu').slice(0, -1))
    world.clock.set('2024-12-27T02:00:00Z')
    const shown = await page('Cán bộ')
    expect(shown).toContain('Chưa có quyết định khen thưởng nào')
    expect(isDone(await move('Cán bộ', 'on', 'SUMMARISING', whyOf))).toBe(true)
    expect((await notices('Viên chức')).join()).toContain('bản nháp đang làm dở')
    expect(await notices('Viên chức')).toHaveLength(1)
    const answer = await world.say('Viên chức', '1')
    expect(answer.text).toContain('không nhận hồ sơ mới nữa')
    expect(answer.text).toContain('liên hệ Phòng Nội vụ')
    const draft = await world.store.prisma.draft.findFirstOrThrow({ where: { form: 'initiative', state: 'OPEN' } })
    expect(await world.store.prisma.answer.count({ where: { draftId: draft.id } })).toBeGreaterThan(8)
    expect(await world.store.prisma.record.count({ where: { kind: 'initiative' } })).toBe(0)
  })

  it('nothing new is begun, by chat or by button, and nobody is reminded', async () => {
    for (const words of ['/sangkien', '/phatdong', '/tongket', '/viec'])
      expect((await world.say('Đầu mối', words)).text).toContain('không nhận hồ sơ mới nữa')
    await allSent()
    world.clock.set('2025-01-06T02:00:00Z')
    expect((await beat({ ...world.system, registry: world.system.registry }, 'one')).queued).toBe(0)
    expect(await world.store.prisma.outbox.count({ where: { state: 'QUEUED', kind: 'REMINDER' } })).toBe(0)
  })

  it('nothing new is taken, by whichever way it comes; what was sent before the hour is', async () => {
    const [row] = [await world.store.prisma.campaign.findFirstOrThrow({ where: { isActive: true } })]
    const draft = await world.store.prisma.draft.findFirstOrThrow({ where: { form: 'initiative', state: 'OPEN' } })
    const params = draft.params as Params
    const confirmed = { form: initiativeForm, answers: {}, params, draftId: draft.id, typed: new Map<string, string>() }
    const kind = { ...initiatives.record, hooks: { beforeHandIn: async () => [{ text: 'taken' }] } }
    const handIn = (sentAt: Date) =>
      world.as('Viên chức', async ctx => (await takeIn({ ...ctx, sentAt }, kind, [confirmed]))[0])
    const since = row.stateSince ?? new Date(0)
    expect(JSON.stringify(await handIn(since))).toContain('không nhận hồ sơ mới nữa')
    expect(await handIn(new Date(since.getTime() - 1))).toEqual({ instead: { text: 'taken' } })
  })

  it('taken back, the draft goes on where it stood and reminders go again', async () => {
    expect(isDone(await move('Cán bộ', 'back', 'AWARDED', 'Còn hồ sơ khen bổ sung'))).toBe(true)
    world.clock.set('2025-01-07T02:00:00Z')
    expect((await beat(world.system, 'one')).queued).toBeGreaterThan(0)
    await world.say('Viên chức', 'nháp')
    await world.say('Viên chức', '1')
    await world.say('Viên chức', '1')
    expect(await world.store.prisma.record.count({ where: { kind: 'initiative' } })).toBe(1)
  })

  it('what was returned is still corrected', async () => {
    const record = await world.store.prisma.record.findFirstOrThrow({ where: { kind: 'initiative' } })
    const decision = { action: 'return', reason: 'Bổ sung số liệu', marks: [] }
    const returned = await world.as('Cán bộ', ctx => decideRecord(ctx, initiatives.record, record.id, decision))
    expect(returned.ok).toBe(true)
    await allSent()
    expect(isDone(await move('Cán bộ', 'on', 'SUMMARISING', whyOf))).toBe(true)
    await world.say('Viên chức', '/sangkien')
    const again = await world.say('Viên chức', '1')
    expect(again.text).not.toContain('không nhận hồ sơ mới nữa')
    await world.say('Viên chức', '1')
    const corrected = await world.store.prisma.record.findUniqueOrThrow({ where: { id: record.id } })
    expect(corrected.version).toBe(2)
  })
})

describe('when it is archived', () => {
  it('it can only be read, in chat and on the desk, until an officer takes it out again with a reason', async () => {
    await allSent()
    expect(isDone(await move('Cán bộ', 'on', 'AWARDED', whyOf))).toBe(true)
    expect((await notices('Đầu mối')).at(-1)).toContain('được lưu trữ')
    expect((await world.say('Đầu mối', '/phatdong')).text).toContain('đã đóng')
    expect(isDone(await move('Cán bộ', 'on', 'ARCHIVED', whyOf))).toBe(false)
    world.clock.advance(48 * 3_600_000)
    expect(isDone(await move('Cán bộ', 'back', 'ARCHIVED'))).toBe(false)
    expect(isDone(await move('Cán bộ', 'back', 'ARCHIVED', 'Bổ sung hồ sơ'))).toBe(true)
    expect(await state()).toBe('AWARDED')
  })

  it('the history names who, when, from where to where and why', async () => {
    const shown = await page('Cán bộ')
    expect(shown).toContain('Cán bộ chuyển từ «Lưu trữ» sang «Đã khen thưởng» (Bổ sung hồ sơ)')
  })
})
