import { afterAll, beforeAll, expect, it } from 'vitest'
import { after } from '../../src/clock.ts'
import type { AnyKind } from '../../src/records/kind.ts'
import { stood, unitThen } from '../../src/records/stood.ts'
import { recordsGoOn } from '../../src/records/succession.ts'
import { Prisma } from '../../src/store/generated/client.ts'
import { type ToyWorld, toy, toyWorld } from './toy-world.ts'

const kind: AnyKind = { ...toy, topic: ({ title }) => String(title), period: () => '2024-Q1' }

let world: ToyWorld
let moved: string
let still: string
beforeAll(async () => {
  world = await toyWorld()
  moved = await world.handIn('Đầu mối P1', { title: 'Xe' }, kind)
  await world.move('Thủ trưởng P1', moved, 'approve', { kind })
  await world.as('Cán bộ', ctx => recordsGoOn(ctx, [kind], { from: 'P1', to: 'P2' }))
  await world.move('Cán bộ', moved, 'return', { reason: 'Sửa lại', kind })
  await world.handIn('Đầu mối P2', { unit: 'P2', record: moved, basedOn: 1, title: 'Xe' }, kind)
  await world.move('Thủ trưởng P2', moved, 'approve', { kind })
  still = await world.handIn('Thủ trưởng P1', { title: 'Diều' }, kind)
  await world.as('Cán bộ', async ({ tx, campaign }) => {
    // Goes on and further.
    await recordsGoOn({ tx, campaign, now: world.clock.now() }, [kind], { from: 'P2', to: 'NV' })
  })
})
afterAll(() => world.close())

/** Each that there was then: its title, units, state, whom it waits for, and what had passed. */
async function standing(before: Date | null, id?: string) {
  const of = id ? Prisma.sql`r.id = ${id}::uuid` : Prisma.sql`r.kind = 'toy'`
  const rows = await world.store.prisma.$queryRaw<Record<string, unknown>[]>`
    SELECT s.topic, s.period, s.unit_code, ${unitThen(before)} AS then, s.origin, s.state, s.waits_for, s.passed_version
    FROM (${stood(of, before)}) s ORDER BY s.topic`
  return rows.map(row => Object.values(row).join(' | '))
}
const momentsOf = async (id: string) => (await world.stored(id)).moves.map(({ at }) => at)

it('now they stand as they say themselves, each with the unit that it began with', async () => {
  expect(await standing(null)).toEqual([
    'Diều | 2024-Q1 | P1 | P1 | P1 | SENT | toy.decide | 1',
    'Xe | 2024-Q1 | NV | NV | P1 | SENT | toy.decide | 2',
  ])
})

it('before an instant they stood as their moves tell, in the hands that they were in', async () => {
  const at = await momentsOf(moved)
  expect(at).toHaveLength(7)
  const stoodAt = await Promise.all(at.map(async moment => standing(after(moment, 1), moved)))
  const xe = (...words: (string | number)[]) => [['Xe', '2024-Q1', ...words].join(' | ')]
  expect(stoodAt.slice(0, 6)).toEqual([
    xe('NV', 'P1', 'P1', 'NEW', 'toy.approve', 0),
    xe('NV', 'P1', 'P1', 'SENT', 'toy.decide', 1),
    xe('NV', 'P2', 'P1', 'SENT', 'toy.decide', 1),
    xe('NV', 'P2', 'P1', 'RETURNED', '', 1),
    xe('NV', 'P2', 'P1', 'RETURNED', 'toy.approve', 1),
    xe('NV', 'P2', 'P1', 'SENT', 'toy.decide', 2),
  ])
  // What comes at the very instant is not before it.
  const [first, second] = at
  expect([await standing(first ?? null, moved), await standing(second ?? null, moved)]).toEqual([
    ...[[], xe('NV', 'P1', 'P1', 'NEW', 'toy.approve', 0)],
  ])
})

it('what nothing has moved since stands as it stood then; what there was not yet does not', async () => {
  const [handedIn] = await momentsOf(still)
  expect(await standing(handedIn ?? null, still)).toEqual([])
  expect(await standing(after(handedIn ?? world.clock.now(), 1), still)).toEqual([
    'Diều | 2024-Q1 | P1 | P1 | P1 | SENT | toy.decide | 1',
  ])
  expect(await standing(after(world.clock.now(), 1_000))).toEqual(await standing(null))
})
