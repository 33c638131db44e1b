import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Duty } from '../../../src/campaign/duty.ts'
import type { RoomRequest } from '../../../src/contract/desk-page.ts'
import { receivedOutside } from '../../../src/features/received/feature.ts'
import { claimReceived, noteReceived } from '../../../src/features/received/keep.ts'
import { receivedPage } from '../../../src/features/received/page.ts'
import { noteRoom } from '../../../src/features/received/room.tsx'
import { taskList } from '../../../src/features/tasks/feature.ts'
import { everyOpen } from '../../../src/reminders/round/load-round.ts'
import { type ChatWorld, chatWorld } from '../initiatives/chat-world.ts'
import { smallPlan } from '../initiatives/small-plan.ts'

const summary: Duty = {
  code: 'D06',
  name: 'Tổng kết phong trào ở đơn vị',
  owedBy: { kind: 'every' },
  target: null,
  metBy: { kind: 'summary', of: 'UNIT' },
  due: { kind: 'once', deadline: 'D06' },
  legalText: 'cuối năm 2024',
  opensDaysBefore: null,
  ladder: 'default',
  isVoluntary: false,
  section: 'IV.1',
}

let world: ChatWorld
let owed: string

beforeEach(async () => {
  world = await chatWorld('2024-12-20T02:00:00Z', {
    features: [taskList, receivedOutside],
    plan: { duties: [...(smallPlan.duties ?? []), summary] },
  })
  await world.join('Thủ trưởng', 'HEAD', 'P1')
  await world.join('Cán bộ', 'PNV', 'NV')
  owed = await world.owe('P1', 'D06', [], '2024-12-18')
})
afterEach(() => world.close())

const obligation = () => world.store.prisma.obligation.findUniqueOrThrow({ where: { id: owed } })
const isReminded = async () =>
  (await everyOpen(world.store.prisma, world.campaign, '2024-12-20')).some(row => row.id === owed)
const note = async () => (await world.store.prisma.receivedNote.findFirstOrThrow({ orderBy: { at: 'desc' } })).id
const receipt = { way: 'PAPER' as const, number: '12/BC-UBND', receivedOn: '2024-12-17' }

async function claim(day = '19/12'): Promise<string> {
  await world.say('Thủ trưởng', '/viec')
  const how = await world.say('Thủ trưởng', '1')
  expect(how.text).toContain('bản giấy')
  return (await world.talk('Thủ trưởng', '2', '1', '12/BC-UBND', day)).text
}

describe('what a unit has handed in elsewhere', () => {
  it('is owed until an officer confirms it, and nobody is reminded meanwhile', async () => {
    expect(await isReminded()).toBe(true)
    expect(await claim()).toContain('chờ cán bộ xác nhận')
    expect(await obligation()).toMatchObject({ state: 'OPEN' })
    expect(await isReminded()).toBe(false)
    expect((await world.say('Thủ trưởng', '/viec')).choices?.[0]).toContain('báo đã nộp, chờ xác nhận')

    const waiting = await world.say('Cán bộ', '/duyet')
    expect(waiting.choices?.[0]).toContain('bản giấy, số 12/BC-UBND, ngày 19/12/2024')
    await world.talk('Cán bộ', '1', '1')
    expect(await obligation()).toMatchObject({ state: 'MET', isLate: true })
    expect((await world.notices('Thủ trưởng')).at(-1)?.message.text).toContain('xác nhận đã nhận')
    expect(
      await world.store.prisma.audit.findMany({ where: { subjectId: owed }, orderBy: { at: 'asc' } }),
    ).toMatchObject([{ action: 'received.claim' }, { action: 'received.confirm', actorRole: 'PNV' }])
  })

  it('is late by the day of receipt, not by the day of confirming', async () => {
    await claim('18/12')
    await world.talk('Cán bộ', '/duyet', '1', '1')
    expect(await obligation()).toMatchObject({ state: 'MET', isLate: false })
  })

  it('is owed and reminded of again when an officer has not received it', async () => {
    await claim()
    await world.talk('Cán bộ', '/duyet', '1', '2', 'Văn thư chưa nhận được')
    expect(await obligation()).toMatchObject({ state: 'OPEN', nextReminderAt: null })
    expect(await isReminded()).toBe(true)
    expect((await world.notices('Thủ trưởng')).at(-1)?.message.text).toContain('Văn thư chưa nhận được')
  })

  it('cannot be received on a day to come, and is claimed once', async () => {
    expect(await claim('25/12')).toContain('không thể sau hôm nay')
    await world.say('Thủ trưởng', '19/12')
    expect(await world.as('Thủ trưởng', ctx => claimReceived(ctx, owed, receipt))).toMatchObject({ ok: false })
    expect(await world.store.prisma.receivedNote.count()).toBe(1)
  })

  it('is claimed by the unit alone and noted by officers alone', async () => {
    await world.join('Người khác', 'HEAD', 'P2')
    expect(await world.as('Người khác', ctx => claimReceived(ctx, owed, receipt))).toMatchObject({ ok: false })
    expect(await world.as('Thủ trưởng', ctx => noteReceived(ctx, owed, receipt, 'Đã nộp'))).toMatchObject({ ok: false })
    expect(await obligation()).toMatchObject({ state: 'OPEN' })
  })
})

describe('on the desk', () => {
  async function post(fields: Record<string, string>) {
    const form = new FormData()
    for (const [name, value] of Object.entries(fields)) form.set(name, value)
    const request: RoomRequest = {
      ...{ rest: 'moi', search: new URLSearchParams(), form, address: '/desk/ghi-nhan', csrf: 'x' },
    }
    return world.as('Cán bộ', ctx => noteRoom.answer(ctx, request))
  }

  it('an officer notes a receipt with number, day and reason, and takes it back with a reason', async () => {
    const fields = {
      viec: owed,
      cach: 'DOCUMENT_AXIS',
      so: '12/BC',
      ngay: '2024-12-17',
      'ly-do': 'Nhận qua trục văn bản',
    }
    expect(await post({ ...fields, 'ly-do': '' })).toMatchObject({ status: 422 })
    expect(await post({ ...fields, ngay: '2024-12-21' })).toMatchObject({ status: 422 })
    expect(await obligation()).toMatchObject({ state: 'OPEN' })
    expect(await post(fields)).toMatchObject({ goTo: '/desk/da-nhan', isGood: true })
    expect(await obligation()).toMatchObject({ state: 'MET', isLate: false })
    expect(await post(fields)).toMatchObject({ status: 422 })

    const id = await note()
    const act = (reason: string) => world.as('Cán bộ', ctx => receivedPage.act(ctx, id, 'reopen', reason))
    expect(await act('')).toMatchObject({ ok: false })
    expect(await act('Ghi nhầm đơn vị')).toMatchObject({ ok: true })
    expect(await obligation()).toMatchObject({ state: 'OPEN', metAt: null, isLate: false })
    expect(await act('Ghi nhầm đơn vị')).toMatchObject({ ok: false })
    const detail = await world.as('Cán bộ', ctx => receivedPage.detail(ctx, id))
    expect(detail?.history.map(line => line.reason)).toEqual(['Nhận qua trục văn bản', 'Ghi nhầm đơn vị'])
    expect(detail?.actions).toEqual([])
  })
})
