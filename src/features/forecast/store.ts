import type { ActiveCampaign } from '../../campaign/active.ts'
import { countedFigures } from '../../figures/counted.ts'
import type { Prisma } from '../../store/generated/client.ts'
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
  const rows = await countedFigures(tx, { campaignId: campaign.id, units, targets: pilot.codes })
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

const withAnswer = {
  record: { include: { versions: { orderBy: { version: 'desc' }, take: 1 } } },
} satisfies Prisma.ExplanationRequestInclude

/** A request with the newest version of what was said to it. */
export type Asked = Prisma.ExplanationRequestGetPayload<{ include: typeof withAnswer }>

/** The requests to these units, oldest first. */
export function requestsOf(
  tx: Tx,
  campaign: Pick<ActiveCampaign, 'id'>,
  pilot: Pick<Pilot, 'code'>,
  units: readonly string[],
): Promise<Asked[]> {
  return tx.explanationRequest.findMany({
    where: { campaignId: campaign.id, pilotCode: pilot.code, unitCode: { in: [...units] } },
    include: withAnswer,
    orderBy: [{ askedOn: 'asc' }, { id: 'asc' }],
  })
}

export function findRequest(tx: Tx, campaignId: string, id: string): Promise<Asked | null> {
  if (!/^[0-9a-f-]{36}$/.test(id)) return Promise.resolve(null)
  return tx.explanationRequest.findFirst({ where: { id, campaignId }, include: withAnswer })
}
