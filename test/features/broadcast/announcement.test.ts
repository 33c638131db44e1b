import { afterAll, beforeAll, expect, it } from 'vitest'
import { announcement } from '../../../src/features/broadcast/announcement.ts'
import { broadcastRoom } from '../../../src/features/broadcast/room.tsx'
import { sendBroadcast } from '../../../src/features/broadcast/send.ts'
import { type PlanWorld, planWorld } from '../../support/plan-world.ts'

let world: PlanWorld
beforeAll(async () => {
  world = await planWorld('2024-03-15T02:00:00Z')
  await world.join('Cán bộ', 'PNV', 'UB-NV')
  await world.join('Đầu mối', 'CLERK', 'UB-P-QT')
  await world.join('Công chức', 'OFFICIAL', 'UB-P-QT')
  await world.join('Thủ trưởng cơ quan Trung ương', 'HEAD', 'TW-CA')
})
afterAll(() => world.close())

it('the launch is announced to everybody who is registered, once, by an officer', async () => {
  const first = await world.as('Cán bộ', ctx => sendBroadcast(ctx, announcement(ctx)))
  expect(first).toMatchObject({ sent: true, count: 3 })
  expect(await world.as('Cán bộ', ctx => sendBroadcast(ctx, announcement(ctx)))).toMatchObject({ why: 'again' })
  expect(await world.as('Đầu mối', ctx => sendBroadcast(ctx, announcement(ctx)))).toMatchObject({ why: 'notYours' })
  const sent = await world.store.prisma.outbox.findMany({ where: { kind: 'BROADCAST' } })
  for (const { body } of sent) {
    const text = JSON.stringify(body)
    expect(text).toContain('114/KH-UBND')
    expect(text).toContain('Nâng cao chất lượng tăng trưởng kinh tế')
    expect(text).not.toMatch(/\[[^\]"]+\] |undefined/)
  }
})

it('asked for again on the desk, what became of it is shown', async () => {
  const request = {
    rest: 'moi',
    search: new URLSearchParams('mau=phat-dong'),
    form: null,
    address: '/desk/gui-tin',
    csrf: 'x',
  }
  const answer = await world.as('Cán bộ', ctx => broadcastRoom.answer(ctx, request))
  expect(answer).toMatchObject({ isGood: true, goTo: expect.stringContaining('/desk/gui-tin/') })
})
