import type { Plan } from '../../campaign/plan.ts'
import { reportKindName } from '../../figures/counted.ts'
import { codesServedBy } from '../../obligations/met-by.ts'
import type { Record as StoredRecord } from '../../store/generated/client.ts'
import type { Tx } from '../../store/transaction.ts'

/** The code that a figure is filed under: the first, in the plan, of the targets that it can serve. */
export function primaryCode(plan: Plan, code: string): string {
  return codesServedBy(plan, code)[0] ?? code
}

/** There is one report of each unit, figure and period. */
export function keyOf(unit: string, primary: string, period: string): string {
  return `${unit}:${primary}:${period}`
}

/** That report, if there is one. */
export function reportAt(tx: Tx, campaignId: string, key: string): Promise<StoredRecord | null> {
  return tx.record.findFirst({ where: { campaignId, kind: reportKindName, key } })
}
