import type { KeptTable } from '../../store/kept-rows.ts'
import type { Tx } from '../../store/transaction.ts'

/**
 * What a unit is filling in goes on with the unit that takes its place, as long as that has begun no sheet of the period; of several
 * the first. The others stay where they are, and are told.
 */
export async function sheetsGoOn(
  tx: Tx,
  campaignId: string,
  { from, to }: { from: readonly string[]; to: string },
): Promise<{ unitCode: string; period: string }[]> {
  const sheets = await tx.figureSheet.findMany({
    where: { campaignId, unitCode: { in: [to, ...from] } },
    select: { id: true, unitCode: true, period: true },
    orderBy: [{ period: 'asc' }, { unitCode: 'asc' }],
  })
  const taken = new Set(sheets.filter(({ unitCode }) => unitCode === to).map(({ period }) => period))
  const left: { unitCode: string; period: string }[] = []
  for (const { id, unitCode, period } of sheets) {
    if (unitCode === to) continue
    if (taken.has(period)) left.push({ unitCode, period })
    else await tx.figureSheet.update({ where: { id }, data: { unitCode: to } })
    taken.add(period)
  }
  return left
}

export const sheetUnits: KeptTable = { table: 'figure_sheet', key: ['id'], columns: ['id', 'unit_code'] }
