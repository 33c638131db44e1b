import type { WorkingCalendar } from '../campaign/calendar.ts'
import type { Plan } from '../campaign/plan.ts'
import type { UnitLike } from '../campaign/unit.ts'
import type { Applicability, Obligation } from '../store/generated/client.ts'
import { newId } from '../store/new-id.ts'
import type { Tx } from '../store/transaction.ts'
import { diffObligations, materialise, type ObligationDraft } from './obligations.ts'
import { perItemDuties } from './settle-items.ts'

export interface ObligationCounts {
  created: number
  redated: number
  withdrawn: number
  kept: number
}

export interface SettledObligations {
  counts: ObligationCounts
  /** Ids of those owed no longer, and of those owed by another day or again: their reminders follow. */
  withdrawn: readonly string[]
  changed: readonly string[]
}

/** Makes what is owed follow the plan: new rows come, dates move, what is owed no longer is withdrawn; a met one stays as it is. */
export async function settleObligations(
  tx: Tx,
  campaignId: string,
  plan: Plan,
  units: readonly UnitLike[],
  calendar: WorkingCalendar,
  now: Date,
): Promise<SettledObligations> {
  const applying = await tx.applicability.findMany({ where: { campaignId } })
  const existing = await tx.obligation.findMany({ where: { campaignId } })
  const wanted = materialise(plan, units, applying, calendar)
  const diff = diffObligations(
    existing.filter(row => !isOfList(plan, row, applying)),
    wanted,
  )
  await tx.obligation.createMany({
    data: diff.create.map(draft => ({
      id: newId(now),
      campaignId,
      unitCode: draft.unitCode,
      dutyCode: draft.dutyCode,
      period: draft.period,
      ...datesOf(draft),
    })),
  })
  for (const { existing: row, wanted } of diff.redate)
    await tx.obligation.update({ where: { id: row.id }, data: datesOf(wanted) })
  for (const { existing: row, wanted } of diff.restore)
    await tx.obligation.update({ where: { id: row.id }, data: { ...datesOf(wanted), state: 'OPEN' } })
  const gone = diff.withdraw.map(row => row.id)
  await tx.obligation.updateMany({ where: { id: { in: gone } }, data: { state: 'WITHDRAWN' } })
  return {
    counts: {
      created: diff.create.length + diff.restore.length,
      redated: diff.redate.length,
      withdrawn: gone.length,
      kept: diff.keep.length,
    },
    withdrawn: gone,
    changed: [...diff.redate, ...diff.restore].map(({ existing: row }) => row.id),
  }
}

/** What is owed item by item follows the unit's list, as long as the target applies to the unit; or a check. */
function isOfList(plan: Plan, { dutyCode, unitCode }: Obligation, applying: readonly Applicability[]): boolean {
  const duty = perItemDuties(plan).find(({ code }) => code === dutyCode)
  if (duty?.metBy.kind === 'checkRemedy') return true
  return (
    duty !== undefined &&
    applying.some(one => one.unitCode === unitCode && one.targetCode === duty.target && one.state === 'APPLIES')
  )
}

function datesOf({ targetCodes, dueOn, opensOn, remindBy }: ObligationDraft) {
  return { targets: [...targetCodes], dueOn, opensOn, remindBy }
}
