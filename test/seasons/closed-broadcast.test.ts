import { afterEach, expect, test } from 'vitest'
import type { Ctx } from '../../src/contract/feature.ts'
import { onDesk } from '../../src/contract/on-desk.ts'
import { resultsOf } from '../../src/features/broadcast/results.ts'
import { sendBroadcast } from '../../src/features/broadcast/send.ts'
import { beat } from '../../src/reminders/round/beat.ts'
import { newId } from '../../src/store/new-id.ts'
import type { PlanWorld } from '../support/plan-world.ts'
import { archive, headOf, twoSeasons } from './two-seasons.ts'

let world: PlanWorld
afterEach(() => world.close())

async function inSeason<T>(of: number, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  const account = await world.store.prisma.account.findFirstOrThrow({ where: { externalId: 'Bình' } })
  const campaign = await world.store.prisma.campaign.findFirstOrThrow({ where: { year: of } })
  const visitor = { personId: account.personId ?? '', accountId: account.id }
  const done = await onDesk(world.system, visitor, async ctx => ({ value: await work(ctx) }), campaign.id)
  if (!done) throw new Error('nobody is there')
  return done.value
}

/** A notice to all heads for the day after. */
function planned(of: number): Promise<string> {
  return inSeason(of, async ctx => {
    const id = newId(ctx.now)
    const audience = { to: { of: 'all' as const }, roles: ['head' as const] }
    const text = `Mời anh/chị họp tổng kết năm ${of}.`
    const sent = await sendBroadcast(ctx, {
      ...{ id, audience, text, at: { day: '2025-03-21', hour: '09:00' }, reason: 'Họp tổng kết' },
    })
    expect(sent).toMatchObject({ sent: true, count: 2 })
    return id
  })
}

test('what was planned for later does not go out once its season is closed, who wrote it is told, and the other season’s goes', async () => {
  world = await twoSeasons('2025-03-20T02:00:00Z')
  await world.join('An', 'HEAD', 'UB-P-QT')
  await world.join('Chi', 'HEAD', 'UB-P-VD')
  await world.join('Bình', 'PNV', 'UB-NV')
  const [past, present] = [await planned(2024), await planned(2025)]
  await archive(world, 2024)
  for (const _ of [1, 2]) {
    world.clock.advance(60_000)
    await beat(world.system, 'one')
  }
  const queued = await world.store.prisma.outbox.findMany({
    where: { kind: 'BROADCAST' },
    select: { state: true, why: true, campaign: { select: { year: true } } },
  })
  expect(queued.map(({ campaign, state, why }) => [campaign?.year, state, why]).toSorted()).toEqual([
    ...Array(2).fill([2024, 'EXPIRED', 'campaignOver']),
    ...Array(2).fill([2025, 'QUEUED', null]),
  ])
  expect((await inSeason(2024, ctx => resultsOf(ctx, past)))?.counts).toMatchObject({ cancelled: 2, waiting: 0 })
  expect((await inSeason(2025, ctx => resultsOf(ctx, present)))?.counts).toMatchObject({ cancelled: 0, waiting: 2 })
  const told = await world.store.prisma.outbox.findMany({
    where: { account: { externalId: 'Bình' }, dedupeKey: { startsWith: 'broadcast:closed' } },
  })
  expect(told).toHaveLength(1)
  expect(JSON.stringify(told[0]?.body)).toContain('không gửi cho 2 người còn lại')
  expect(JSON.stringify(told[0]?.body)).toContain(JSON.stringify(headOf(2024)).slice(1, -1))
})
