import { Temporal } from 'temporal-polyfill'
import { instantOf } from '../clock.ts'
import type { Tx } from '../store/transaction.ts'
import type { ActiveCampaign } from './active.ts'

/** Targets that the unit has reported on since a day; with `isWithHead`, also those that still wait for the head. */
export async function reportedTargets(
  tx: Tx,
  campaign: ActiveCampaign,
  what: { unitCode: string; since: string; isWithHead: boolean },
): Promise<ReadonlySet<string>> {
  const from = Temporal.PlainDate.from(what.since).toZonedDateTime(campaign.timeZone).epochMilliseconds
  const reports = await tx.targetReport.findMany({
    where: {
      campaignId: campaign.id,
      unitCode: what.unitCode,
      updatedAt: { gte: instantOf(from) },
      OR: [
        { state: { in: ['SUBMITTED', 'VERIFIED', 'LOCKED'] } },
        ...(what.isWithHead ? [{ awaitingHead: true }] : []),
      ],
    },
    select: { targetCode: true },
    distinct: ['targetCode'],
  })
  return new Set(reports.map(report => report.targetCode))
}
