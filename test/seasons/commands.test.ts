import { afterAll, beforeAll, expect, test } from 'vitest'
import { exportWork } from '../../src/cli/export.ts'
import { planLoadWork } from '../../src/cli/plan-load.ts'
import type { WorkResult } from '../../src/cli/work.ts'
import { Complaint } from '../../src/complaint.ts'
import type { PlanWorld } from '../support/plan-world.ts'
import { archive, initiativeLines, nameOf, twoSeasons, yearPlan } from './two-seasons.ts'

let world: PlanWorld
beforeAll(async () => {
  world = await twoSeasons()
  await world.join('An', 'HEAD', 'UB-P-QT')
  await world.talk('An', '/sangkien', nameOf(2025), ...initiativeLines('Nhận hồ sơ tại nhà'))
})
afterAll(() => world.close())

async function written({ output }: WorkResult): Promise<string> {
  if (typeof output === 'string') return output
  if (output instanceof Uint8Array) return Buffer.from(output).toString()
  const parts: Buffer[] = []
  for await (const part of output) parts.push(Buffer.from(part))
  return Buffer.concat(parts).toString()
}

test('of several open seasons a command guesses none, and its sheet says of which it is', async () => {
  const table = { table: 'initiatives', format: 'csv' }
  await expect(exportWork(world.system, table)).rejects.toThrow(Complaint)
  await expect(exportWork(world.system, { ...table, campaign: 'no-such' })).rejects.toThrow(Complaint)
  const later = await written(await exportWork(world.system, { ...table, campaign: 'kh114-2025' }))
  expect(later).toContain('Phong trào')
  expect(later).toContain(`${nameOf(2025)},SK-2025-001`)
  const earlier = await written(await exportWork(world.system, { ...table, campaign: 'kh114-2024' }))
  expect(earlier).not.toContain('SK-2025-001')
  // What belongs to no season needs none.
  expect(await written(await exportWork(world.system, { table: 'units', format: 'csv' }))).not.toContain('Phong trào')
})

test('a closed season is exported, and takes no plan in any more', async () => {
  await archive(world, 2025)
  const table = { table: 'initiatives', format: 'csv', campaign: 'kh114-2025' }
  expect(await written(await exportWork(world.system, table))).toContain('SK-2025-001')
  await expect(planLoadWork(world.system, { file: yearPlan, year: '2025' })).rejects.toThrow(Complaint)
  expect(await world.store.prisma.campaign.count({ where: { year: 2025, state: 'ARCHIVED' } })).toBe(1)
  // One season is open now: it is meant.
  expect(await written(await exportWork(world.system, { table: 'initiatives', format: 'csv' }))).not.toContain('Phong')
})
