import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CouncilWorld, councilWorld } from '../features/council/council-world.ts'
import { freshPostgres } from '../support/database.ts'

const nominee = 'Bộ phận Một cửa'

let store: Awaited<ReturnType<typeof freshPostgres>>
let world: CouncilWorld
beforeAll(async () => {
  store = await freshPostgres()
  world = await councilWorld({ store })
})
afterAll(() => world.close())

/** Until somebody waits for the row of a sitting, or all are done. */
async function untilOneWaits(isDone: () => boolean): Promise<void> {
  for (;;) {
    const [row] = await store.prisma.$queryRaw<{ count: bigint }[]>`
      SELECT count(*) FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%FROM sitting%'`
    if ((row?.count ?? 0n) > 0n || isDone()) return
  }
}

test('a ballot that comes while the vote is being closed waits for the closing, and is refused', async () => {
  const { prisma } = store
  await world.nominate(nominee)
  const sitting = await world.invited([nominee])
  for (const name of ['Chủ tịch phường', 'Thư ký Hội đồng', 'Ủy viên Một', 'Ủy viên Hai'])
    await world.post(name, sitting, { viec: 'toi-co-mat' })
  await world.post('Thư ký Hội đồng', sitting, { viec: 'bat-dau' })
  const cast = await prisma.$transaction(
    async tx => {
      await tx.$queryRaw`SELECT 1 FROM sitting WHERE id = ${sitting}::uuid FOR UPDATE`
      let isDone = false
      const casting = world.cast('Ủy viên Một', sitting, { [nominee]: 'AGREE' }).finally(() => {
        isDone = true
      })
      await untilOneWaits(() => isDone)
      await tx.sitting.update({ where: { id: sitting }, data: { state: 'CLOSED', closedAt: world.clock.now() } })
      return { casting }
    },
    { timeout: 60_000 },
  )
  const { ok, text } = await cast.casting
  expect([ok, text]).toEqual([false, expect.stringContaining('không nhận thêm phiếu')])
  expect(await prisma.ballot.count()).toBe(0)
})
