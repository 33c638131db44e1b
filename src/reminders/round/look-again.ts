import type { Tx } from '../../store/transaction.ts'

/** Lets the next beat look at these obligations whatever the day: a deadline, a person or the calendar has changed. */
export async function lookAgain(tx: Tx, obligationIds: readonly string[]): Promise<void> {
  if (obligationIds.length === 0) return
  await tx.obligation.updateMany({ where: { id: { in: [...obligationIds] } }, data: { nextReminderAt: null } })
}
