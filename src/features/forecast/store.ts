import type { ActiveCampaign } from '../../campaign/active.ts'
import type { ExplanationRequest } from '../../store/generated/client.ts'
import type { Tx } from '../../store/transaction.ts'
import type { Pilot } from './pilot.ts'
import { type Point, type ReportedSum, seriesOf } from './series.ts'

/** The series of each unit that has handed in a sum: the newest version of each month that was not returned. */
export async function seriesByUnit(
  tx: Tx,
  campaign: Pick<ActiveCampaign, 'id'>,
  pilot: Pick<Pilot, 'codes'>,
  units: readonly string[] | null = null,
): Promise<ReadonlyMap<string, Point[]>> {
  const rows = await tx.$queryRaw<(ReportedSum & { unitCode: string })[]>`
    SELECT DISTINCT ON (unit_code, target_code, period) unit_code AS "unitCode", period, as_of AS "asOf", numerator, denominator
    FROM target_report
    WHERE campaign_id = ${campaign.id}::uuid AND target_code = ANY (${pilot.codes as string[]}::text[])
      AND state::text IN ('SUBMITTED', 'VERIFIED', 'LOCKED')
      AND (${units === null} OR unit_code = ANY (${(units ?? []) as string[]}::text[]))
    ORDER BY unit_code, target_code, period, version DESC`
  const byUnit = new Map<string, ReportedSum[]>()
  for (const { unitCode, ...sum } of rows) {
    const own = byUnit.get(unitCode)
    if (own) own.push(sum)
    else byUnit.set(unitCode, [sum])
  }
  return new Map([...byUnit].map(([unit, sums]) => [unit, seriesOf(sums)]))
}

export async function seriesOfUnit(
  tx: Tx,
  campaign: Pick<ActiveCampaign, 'id'>,
  pilot: Pick<Pilot, 'codes'>,
  unitCode: string,
): Promise<Point[]> {
  return (await seriesByUnit(tx, campaign, pilot, [unitCode])).get(unitCode) ?? []
}

/** Units that are judged by a target of the pilot. */
export async function unitsOf(
  tx: Tx,
  campaign: Pick<ActiveCampaign, 'id'>,
  pilot: Pick<Pilot, 'codes'>,
): Promise<Set<string>> {
  const rows = await tx.applicability.findMany({
    where: { campaignId: campaign.id, targetCode: { in: [...pilot.codes] }, state: 'APPLIES' },
    select: { unitCode: true },
  })
  return new Set(rows.map(({ unitCode }) => unitCode))
}

/** The requests to these units, oldest first. */
export function requestsOf(
  tx: Tx,
  campaign: Pick<ActiveCampaign, 'id'>,
  pilot: Pick<Pilot, 'code'>,
  units: readonly string[],
): Promise<ExplanationRequest[]> {
  return tx.explanationRequest.findMany({
    where: { campaignId: campaign.id, pilotCode: pilot.code, unitCode: { in: [...units] } },
    orderBy: [{ askedOn: 'asc' }, { id: 'asc' }],
  })
}

export function findRequest(tx: Tx, campaignId: string, id: string): Promise<ExplanationRequest | null> {
  if (!/^[0-9a-f-]{36}$/.test(id)) return Promise.resolve(null)
  return tx.explanationRequest.findFirst({ where: { id, campaignId } })
}
