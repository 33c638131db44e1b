import { readPlan } from '../../src/campaign/plan-file.ts'
import { loadPlan } from '../../src/loading/load-plan.ts'
import { inTransaction } from '../../src/store/transaction.ts'
import { type PlanWorld, planWorld } from '../support/plan-world.ts'

const planFile = 'prisma/plans/114-kh-ubnd-2024.yaml'

/** The season of 2024 is still open while that of 2025 has begun: what both weeks of spring 2025 look like. */
export async function twoSeasons(start = '2025-03-20T02:00:00Z'): Promise<PlanWorld> {
  const world = await planWorld(start)
  const plan = readPlan(planFile, { year: 2025 })
  if (!plan.ok) throw new Error('the plan cannot be read')
  await inTransaction(world.store.prisma, tx => loadPlan(tx, plan.value, world.clock.now()))
  return world
}

/** Closes a season, as its officers do in the end. */
export async function archive({ store }: PlanWorld, year: number): Promise<void> {
  await store.prisma.campaign.updateMany({ where: { year }, data: { state: 'ARCHIVED' } })
}

/** What is typed to register an initiative, from its title on. */
export const initiativeLines = (title: string): string[] => [
  title,
  ...['1', '2', 'Người dân phải đi lại nhiều lần.', 'Nhận hồ sơ trực tuyến có người hướng dẫn.'],
  ...['Hướng dẫn tại nhà văn hóa khu phố.', 'Toàn phường', '1/4/2025', 'Giảm một nửa số lần đi lại.', '1, 2, 3, 4'],
]
