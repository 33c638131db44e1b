import { periodName } from '../campaign/period-name.ts'
import type { DeskDetail } from '../contract/desk-page.ts'
import type { Ctx } from '../contract/feature.ts'
import { formatDate } from '../reading/format.ts'
import type { Record as StoredRecord } from '../store/generated/client.ts'
import { type AnyKind, counting } from './kind.ts'

/** Where a record is of account: the duties that it has met, and what its kind says besides. Nothing while it does not count. */
export async function countsInOf(
  ctx: Ctx,
  kind: AnyKind,
  record: StoredRecord,
): Promise<NonNullable<DeskDetail['countsIn']>> {
  if (record.passedVersion === 0 || !counting(kind).includes(record.state)) return []
  const { t, tx, campaign } = ctx
  const met = await tx.obligation.findMany({
    where: { recordId: record.id, metAt: { not: null } },
    orderBy: [{ dueOn: 'asc' }, { dutyCode: 'asc' }],
  })
  const duties = met.map(({ dutyCode, period, dueOn, isLate }) => {
    const name = campaign.plan.duties.find(({ code }) => code === dutyCode)?.name ?? dutyCode
    const what = period === '' ? name : `${name} (${periodName(period, t)})`
    return { words: t(isLate ? 'records.counts.dutyLate' : 'records.counts.duty', { what, due: formatDate(dueOn) }) }
  })
  return [...duties, ...(kind.countsIn?.(ctx, record) ?? [])]
}
