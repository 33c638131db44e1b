import type { Tx } from '../store/transaction.ts'

/** Records that are looked for: of a kind, in one of the states or (null: not) waiting for a right. */
interface Wanted {
  campaignId: string
  kind: string
  unitCode: string
  period: string
  states: readonly string[]
  waitsFor: string | null
}

/** The topics of which a unit has such a record in a period. */
export async function topicsIn(tx: Tx, { states, waitsFor, ...where }: Wanted): Promise<ReadonlySet<string>> {
  const records = await tx.record.findMany({
    where: { ...where, OR: [{ state: { in: [...states] } }, ...(waitsFor === null ? [] : [{ waitsFor }])] },
    select: { topic: true },
  })
  return new Set(records.map(({ topic }) => topic))
}
