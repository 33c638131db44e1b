import type { Tx } from '../store/transaction.ts'

/** The form in which the number is given: what was typed there goes with it. */
export const phoneFormId = 'reminderPhone'

/**
 * Removes the number that a person gave for reminders, wherever it is kept: the row that is the consent, and the answer as it
 * was typed. False: there was none.
 */
export async function removePhone(tx: Tx, personId: string): Promise<boolean> {
  await tx.draft.deleteMany({ where: { personId, form: phoneFormId } })
  const { count } = await tx.reminderPhone.deleteMany({ where: { personId } })
  return count > 0
}
