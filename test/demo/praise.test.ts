import { afterAll, beforeAll, expect, it } from 'vitest'
import { proposeForPraise } from '../../src/demo/praise.ts'
import { membersOn } from '../../src/features/council/members.ts'
import { waitingFor } from '../../src/features/council/nominees.ts'
import { nominationRights } from '../../src/features/nominations/rights.ts'
import { type PlanWorld, planWorld } from '../support/plan-world.ts'

const WARD = 'UB-P-QT'
const parts = [
  ['Chủ tịch phường', 'WARD_CHAIR'],
  ['Cán bộ', 'OFFICIAL'],
  ['Đầu mối', 'CLERK'],
] as const

let world: PlanWorld
const ids: string[] = []
beforeAll(async () => {
  world = await planWorld('2024-12-02T02:00:00Z')
  for (const [name, role] of parts) ids.push(await world.join(name, role, WARD))
})
afterAll(() => world.close())

it('a visitor’s ward has a council of three and three nominees before it, and is left alone the second time', async () => {
  const members = ids.map((personId, at) => {
    const [key, role] = parts[at] ?? parts[0]
    return { key, role, unitCode: WARD, isPersona: true, personId, accountId: '' }
  })
  for (const _ of [1, 2]) await world.as('Đầu mối', ctx => proposeForPraise(ctx, WARD, members))
  const council = await membersOn(world.store.prisma, WARD, '2024-12-02')
  expect(council.map(({ personId, part }) => [personId, part])).toEqual([
    [ids[0], 'CHAIR'],
    [ids[1], 'SECRETARY'],
    [ids[2], 'MEMBER'],
  ])
  const waiting = await world.as('Đầu mối', ctx => waitingFor(ctx, WARD))
  expect(waiting.map(({ kind, level, waitsFor }) => [kind, level, waitsFor])).toEqual([
    ['COLLECTIVE', 'WARD', nominationRights.approve.name],
    ['INDIVIDUAL', 'WARD', nominationRights.approve.name],
    ['INDIVIDUAL', 'WARD', nominationRights.approve.name],
  ])
  expect(waiting.every(({ summary }) => summary.includes('(mẫu)'))).toBe(true)
})
