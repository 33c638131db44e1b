import type { ActiveCampaign } from '../campaign/active.ts'
import type { Tx } from '../store/transaction.ts'

/** Targets that the unit has reported on for a period; with `isWithHead`, also those that still wait for the head. */
export async function reportedTargets(
  tx: Tx,
  campaign: ActiveCampaign,
  { unitCode, period, isWithHead }: { unitCode: string; period: string; isWithHead: boolean },
): Promise<ReadonlySet<string>> {
  const reports = await tx.targetReport.findMany({
    where: {
      campaignId: campaign.id,
      unitCode,
      period,
      OR: [{ state: { in: ['SUBMITTED', 'VERIFIED', 'LOCKED'] } }, ...(isWithHead ? [{ awaitingHead: true }] : [])],
    },
    select: { targetCode: true },
    distinct: ['targetCode'],
  })
  return new Set(reports.map(report => report.targetCode))
}
