import type { Temporal } from 'temporal-polyfill'
import type { Tx } from '../store/transaction.ts'

/** Those who have taken the place of one of these people at a unit and hold it today: for good, or standing in. */
export async function inPlaceOf(
  tx: Pick<Tx, 'roleAssignment'>,
  ids: readonly string[],
  unitCode: string,
  today: Temporal.PlainDate,
): Promise<string[]> {
  const day = today.toString()
  const held = await tx.roleAssignment.findMany({
    where: {
      ...{ inPlaceOf: { in: [...ids] }, unitCode, validFrom: { lte: day } },
      OR: [{ validTo: null }, { validTo: { gte: day } }],
    },
    select: { personId: true },
  })
  return [...new Set(held.map(({ personId }) => personId))]
}
