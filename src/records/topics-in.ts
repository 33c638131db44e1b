import type { Tx } from '../store/transaction.ts'

/** Records that are looked for: of a kind, in one of the states or (null: not) waiting for a right. */
interface Wanted {
  campaignId: string
  kind: string
  unitCode: string
  periods: readonly string[]
  states: readonly string[]
  waitsFor: string | null
}

/** The topics of which a unit has such a record, by period. */
export async function topicsIn(
  tx: Tx,
  { states, waitsFor, periods, ...where }: Wanted,
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const isFound = { OR: [{ state: { in: [...states] } }, ...(waitsFor === null ? [] : [{ waitsFor }])] }
  const select = { period: true, topic: true }
  const records = await tx.record.findMany({ where: { ...where, period: { in: [...periods] }, ...isFound }, select })
  const topics = new Map<string, Set<string>>()
  for (const { period, topic } of records) topics.set(period, (topics.get(period) ?? new Set()).add(topic))
  return topics
}
