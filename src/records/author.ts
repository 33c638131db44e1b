import type { Tx } from '../store/transaction.ts'

/** Two rows of people were one human: what they handed in is shown to, and corrected by, the one that stays. Versions keep who wrote them. */
export async function authorGoesOn(tx: Tx, from: string, to: string): Promise<void> {
  await tx.record.updateMany({ where: { authorId: from }, data: { authorId: to } })
}
