import { createHash } from 'node:crypto'
import { drawChart } from '../../documents/draw-chart.ts'
import { storeMade } from '../../files/store-made.ts'
import type { Tx } from '../../store/transaction.ts'
import type { Translate } from '../../texts.ts'
import { chartOption, chartSize } from './chart.ts'
import { chartModel } from './chart-model.ts'
import type { Pilot } from './pilot.ts'
import type { Verdict } from './verdict.ts'

/** The picture of a unit's sum as an attachment; drawn once for each figure and language. None without a figure. */
export async function pictureOf(
  tx: Tx,
  t: Translate,
  of: { unitCode: string; unitName: string; pilot: Pilot; verdict: Verdict },
  now: Date,
): Promise<{ fileId: string; name: string; isPicture: true } | null> {
  const model = chartModel(t, of.unitName, of.pilot, of.verdict)
  if (!model) return null
  const name = t('forecast.chart.fileName', { unit: of.unitName, day: of.verdict.latest?.day ?? '' })
  const shows = createHash('sha256')
    .update(JSON.stringify([LOOK, of.unitCode, model]))
    .digest('hex')
  const known = await tx.unitPicture.findUnique({ where: { shows }, select: { fileId: true } })
  if (known) return { fileId: known.fileId, name, isPicture: true }
  const bytes = await drawChart(chartOption(model), chartSize)
  const fileId = await storeMade(tx, { name, bytes }, now)
  const { count } = await tx.unitPicture.createMany({
    data: [{ fileId, unitCode: of.unitCode, shows }],
    skipDuplicates: true,
  })
  if (count > 0) return { fileId, name, isPicture: true }
  // Drawn by somebody else in the meantime.
  await tx.storedFile.delete({ where: { id: fileId } })
  const other = await tx.unitPicture.findUniqueOrThrow({ where: { shows }, select: { fileId: true } })
  return { fileId: other.fileId, name, isPicture: true }
}

/** Raised when charts look otherwise, so that old pictures are not taken for new ones. */
const LOOK = 2
