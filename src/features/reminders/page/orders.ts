import type { Ctx } from '../../../contract/feature.ts'
import type { Prisma, ReminderOrder } from '../../../store/generated/client.ts'

/** What those reminded answered and what officers ordered, oldest first. */
export async function ordersOf(
  ctx: Ctx,
  where: Prisma.ReminderOrderWhereInput,
): Promise<ReadonlyMap<string, readonly ReminderOrder[]>> {
  const orders = await ctx.tx.reminderOrder.findMany({ where, orderBy: [{ at: 'asc' }, { id: 'asc' }] })
  const byId = new Map<string, ReminderOrder[]>()
  for (const order of orders) {
    const own = byId.get(order.obligationId)
    if (own) own.push(order)
    else byId.set(order.obligationId, [order])
  }
  return byId
}

export function promiseIn(orders: readonly ReminderOrder[]): ReminderOrder | undefined {
  return orders.findLast(({ kind }) => kind === 'PROMISE')
}

/** The order that holds the ladder, when it is stopped. */
export function stopIn(orders: readonly ReminderOrder[]): ReminderOrder | undefined {
  const last = orders.findLast(({ kind }) => kind === 'STOP' || kind === 'RESUME')
  return last?.kind === 'STOP' ? last : undefined
}
