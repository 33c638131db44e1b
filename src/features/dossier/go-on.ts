import type { KeptTable } from '../../store/kept-rows.ts'
import type { Tx } from '../../store/transaction.ts'

/**
 * What units are filling in. Under a new name alone it goes on as it is, as long as no sheet of the period has begun there: a figure of one of
 * several merged units, or of an undivided one, is not that of the unit which follows. All others stay where they are, are told, and are
 * offered to whoever follows as lines to be looked at (`leftByFormer`).
 */
export async function sheetsGoOn(
  tx: Tx,
  campaignId: string,
  { from, to, isRenamed }: { from: readonly string[]; to: string; isRenamed: boolean },
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
    if (!isRenamed || taken.has(period)) left.push({ unitCode, period })
    else await tx.figureSheet.update({ where: { id }, data: { unitCode: to } })
    taken.add(period)
  }
  return left
}

export const sheetUnits: KeptTable = { table: 'figure_sheet', key: ['id'], columns: ['id', 'unit_code'] }
