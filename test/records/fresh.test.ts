import { afterAll, beforeAll, expect, it } from 'vitest'
import { instantOf } from '../../src/clock.ts'
import { freshRecords } from '../../src/records/fresh.ts'
import type { AnyKind } from '../../src/records/kind.ts'
import { type ToyWorld, toy, toyWorld } from './toy-world.ts'

/** Of the same life, under another name; and one that nobody opens. */
const launch: AnyKind = { ...toy, name: 'launch', path: 'phat-dong' }
const { approve: _, ...rights } = toy.rights
const closed: AnyKind = { ...toy, name: 'initiative', isPersonal: true, moves: {}, rights }

let world: ToyWorld
beforeAll(async () => {
  world = await toyWorld()
  const ids: string[] = []
  for (const name of ['Đầu mối P1', 'Thủ trưởng P1', 'Thủ trưởng P1', 'Thủ trưởng P1'])
    ids.push(await world.handIn(name))
  const [, one = '', , old = ''] = ids
  await world.store.prisma.record.update({ where: { id: one }, data: { kind: 'launch' } })
  // The day before yesterday ends then, Vietnam's time.
  const sentAt = instantOf('2024-03-18T16:59:59Z')
  await world.store.prisma.record.update({ where: { id: old }, data: { sentAt } })
})
afterAll(() => world.close())

const fresh = async (name: string, ...kinds: AnyKind[]) =>
  (await world.as(name, ctx => freshRecords(ctx, kinds))).map(({ words, count, page }) => [words, count, page])

it('what came in since the last working day is counted by kind, of what each sees in the lists that they open', async () => {
  const toys = (count: number) => ['Đồ chơi, gửi từ 19/03/2024', count, 'do-choi?moi=moi-gui']
  const launches = ['Văn bản phát động, gửi từ 19/03/2024', 1, 'phat-dong?moi=moi-gui']
  expect(await fresh('Cán bộ', toy, launch)).toEqual([toys(1), launches])
  expect(await fresh('Cán bộ', launch, closed, toy)).toEqual([launches, toys(1)])
  expect(await fresh('Thủ trưởng P1', toy, launch)).toEqual([toys(2), launches])
  expect(await fresh('Thủ trưởng P2', toy, launch)).toEqual([])
  expect(await fresh('Đầu mối P1', toy, launch)).toEqual([])
})
