import { afterAll, beforeAll, expect, it } from 'vitest'
import type { RoomRequest } from '../../../src/contract/desk-page.ts'
import { deadlineRoom } from '../../../src/features/deadlines/room.tsx'
import { setDay } from '../../../src/features/deadlines/set-day.ts'
import { loadPlan } from '../../../src/loading/load-plan.ts'
import { beat } from '../../../src/reminders/round/beat.ts'
import { everyOpen } from '../../../src/reminders/round/load-round.ts'
import { inTransaction } from '../../../src/store/transaction.ts'
import { defaultFiles } from '../../support/loaded-campaign.ts'
import { type PlanWorld, planWorld } from '../../support/plan-world.ts'

let world: PlanWorld
beforeAll(async () => {
  world = await planWorld('2024-11-20T02:00:00Z')
  await world.join('Cán bộ', 'PNV', 'UB-NV')
  await world.join('Đầu mối', 'CLERK', 'UB-P-QT')
})
afterAll(() => world.close())

const present = async () => {
  const { prisma } = world.store
  const { planHash } = await prisma.campaign.findFirstOrThrow({ where: { isActive: true } })
  return world.system.campaign(prisma, planHash)
}
const reminded = async () => {
  const rows = await everyOpen(world.store.prisma, await present(), '2024-11-20')
  return rows.filter(({ duty_code }) => duty_code === 'D06')
}
const owed = () => world.store.prisma.obligation.findFirstOrThrow({ where: { dutyCode: 'D06', unitCode: 'UB-P-QT' } })

it('a day that the plan leaves open urges nobody until an officer has set it, with a reason', async () => {
  expect(await reminded()).toEqual([])
  const refused = await world.as('Đầu mối', ctx => setDay(ctx, 'D06', '2024-12-05', 'Theo công văn'))
  expect(refused.ok).toBe(false)
  for (const [day, why] of [
    ['2024-11-19', 'Công văn số 12/UBND'],
    ['2025-06-01', 'Công văn số 12/UBND'],
    ['2024-12-05', ''],
  ] as const)
    expect(await world.as('Cán bộ', ctx => setDay(ctx, 'D06', day, why))).toMatchObject({ ok: false })

  const done = await world.as('Cán bộ', ctx => setDay(ctx, 'D06', '2024-12-05', 'Công văn số 12/UBND-NV'))
  expect(done).toMatchObject({ ok: true })
  expect(await owed()).toMatchObject({ dueOn: '2024-12-05', remindBy: '2024-12-05' })
  expect((await reminded()).length).toBeGreaterThan(10)
  const [entry] = await world.store.prisma.audit.findMany({ where: { action: 'deadline.set' } })
  expect(entry).toMatchObject({ actorRole: 'PNV', reason: 'Công văn số 12/UBND-NV', to: '2024-12-05' })
})

it('is shown as set by the office on that day, and reminded of', async () => {
  const near = (await world.say('Đầu mối', '/viec')).choices ?? []
  const fold = near.findIndex(label => label.startsWith('và ')) + 1
  const all = (await world.say('Đầu mối', String(fold))).choices ?? []
  const at = all.findIndex(label => label.startsWith('Tổng kết phong trào ở đơn vị – hạn 05/12/2024')) + 1
  expect((await world.say('Đầu mối', String(at))).text).toContain('do Phòng Nội vụ ấn định ngày 20/11/2024')
  expect((await beat(world.system, 'test')).queued).toBeGreaterThan(0)
  const told = await world.store.prisma.reminder.findMany({ where: { obligationId: (await owed()).id } })
  expect(told.length).toBeGreaterThan(0)
})

it('stays when the plan is loaded anew', async () => {
  const { plan } = defaultFiles()
  await inTransaction(world.store.prisma, tx => loadPlan(tx, plan, world.clock.now()))
  const again = await inTransaction(world.store.prisma, tx => loadPlan(tx, plan, world.clock.now()))
  expect(again.isChanged).toBe(false)
  expect(await owed()).toMatchObject({ dueOn: '2024-12-05' })
  expect((await reminded()).length).toBeGreaterThan(10)
})

it('is set and taken away on the desk; taken away, nobody is told any more', async () => {
  const post = (fields: Record<string, string>) =>
    world.as('Cán bộ', ctx => {
      const form = new FormData()
      for (const [name, value] of Object.entries(fields)) form.set(name, value)
      const request: RoomRequest = {
        ...{ rest: '', search: new URLSearchParams(), form, address: '/desk/ngay-du-kien', csrf: 'x' },
      }
      return deadlineRoom.answer(ctx, request)
    })
  expect(await post({ moc: 'D07', ngay: '2024-12-20', 'ly-do': 'Lịch của UBND thành phố', viec: 'dat' })).toMatchObject(
    {
      isGood: true,
    },
  )
  expect(await post({ moc: 'D07', ngay: '', 'ly-do': 'Lịch', viec: 'dat' })).toMatchObject({ status: 422 })
  expect(await post({ moc: 'D06', 'ly-do': 'Hoãn hội nghị', viec: 'bo' })).toMatchObject({ isGood: true })
  expect(await reminded()).toEqual([])
  // Counted back from the day of the city's conference again.
  expect(await owed()).toMatchObject({ dueOn: '2024-11-29' })
  const { id } = await owed()
  const waiting = { obligationId: id, state: { in: ['PLANNED' as const, 'QUEUED' as const] } }
  expect(await world.store.prisma.reminder.count({ where: waiting })).toBe(0)
})
