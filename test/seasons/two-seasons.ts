import { readPlan } from '../../src/campaign/plan-file.ts'
import type { OutboundMessage } from '../../src/channels/channel.ts'
import { loadPlan } from '../../src/loading/load-plan.ts'
import { inTransaction } from '../../src/store/transaction.ts'
import { type PlanWorld, planWorld } from '../support/plan-world.ts'

export const yearPlan = 'prisma/plans/114-kh-ubnd-2024.yaml'
export const samplePlan = 'prisma/plans/mau-chinh-quyen-so-2025.yaml'

/** The season of 2024 is still open while that of 2025 has begun, as in the spring of 2025. */
export async function twoSeasons(start = '2025-03-20T02:00:00Z'): Promise<PlanWorld> {
  const world = await planWorld(start)
  await alsoLoad(world, yearPlan, 2025)
  return world
}

/** Opens a campaign beside those that are open. */
export async function alsoLoad(
  { store, clock }: Pick<PlanWorld, 'store' | 'clock'>,
  file: string,
  year: number,
): Promise<void> {
  const plan = readPlan(file, { year })
  if (!plan.ok) throw new Error('the plan cannot be read')
  await inTransaction(store.prisma, tx => loadPlan(tx, plan.value, clock.now()))
}

/** Closes a season, as its officers do in the end. */
export async function archive({ store }: PlanWorld, year: number): Promise<void> {
  await store.prisma.campaign.updateMany({ where: { year }, data: { state: 'ARCHIVED' } })
}

/** What is typed to register an initiative, from its title to «gửi». */
export const initiativeLines = (title: string): string[] => [
  title,
  ...['1', '2', 'Người dân phải đi lại nhiều lần.', 'Nhận hồ sơ trực tuyến có người hướng dẫn.'],
  ...['Hướng dẫn tại nhà văn hóa khu phố.', 'Toàn phường', '1/4/2025', 'Giảm một nửa số lần đi lại.', '1, 2, 3, 4'],
  ...['bỏ qua', 'bỏ qua', '1'],
]

export const nameOf = (year: number): string => `Đẩy mạnh cải cách hành chính ${year}`
export const headOf = (year: number): string => `[${nameOf(year)}]\n`

/** Everything a message says and offers. */
export const whole = ({ title = '', text, choices = [] }: OutboundMessage): string =>
  [title, text, ...choices].join('\n')
