import type { Tx } from '../store/transaction.ts'

/** Lets the next beat look at these obligations whatever the day: a deadline, a person or the calendar has changed. */
export async function lookAgain(tx: Tx, obligationIds: readonly string[]): Promise<void> {
  if (obligationIds.length === 0) return
  await tx.obligation.updateMany({ where: { id: { in: [...obligationIds] } }, data: { nextReminderAt: null } })
}

/** The same for everything open of a unit: somebody has joined it, left it or changed roles. */
export async function lookAgainAtUnit(tx: Tx, unitCode: string): Promise<void> {
  await tx.obligation.updateMany({
    where: { unitCode, state: { in: ['OPEN', 'WITH_HEAD'] } },
    data: { nextReminderAt: null },
  })
}
