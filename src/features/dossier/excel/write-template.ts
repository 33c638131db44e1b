import { unitName } from '../../../campaign/names.ts'
import { periodName } from '../../../campaign/period-name.ts'
import type { Ctx } from '../../../contract/feature.ts'
import type { SheetCell } from '../../../office-files/sheet-cell.ts'
import { xlsxStream } from '../../../office-files/xlsx-stream.ts'
import { figureIn } from '../../progress/answered.ts'
import { readCell } from '../cell.ts'
import type { Opened } from '../opened.ts'
import type { Row } from '../row.ts'
import type { Entry } from '../sheet.ts'
import { columns } from './columns.ts'
import { stampOf } from './stamp.ts'

export interface MadeFile {
  name: string
  bytes: Uint8Array
}

/** The unit's template of a period: its rows with the last values, what has been put in so far, and two columns to fill in. */
export async function writeTemplate(ctx: Ctx, dossier: Opened): Promise<MadeFile> {
  const { t } = ctx
  const { unit, period, rows, stored } = dossier
  const of = {
    unit: unitName(ctx.campaign, unit),
    period: capital(periodName(period, t)),
    stamp: stampOf(unit, period, rows),
  }
  const lines = rows.map(row => lineOf(ctx, row, stored.sheet.entries[row.topic] ?? null, of))
  const headings = columns.map(name => t(`dossier.file.columns.${name}`))
  async function* all() {
    yield* lines
  }
  const parts: Uint8Array[] = []
  for await (const part of xlsxStream(t('dossier.file.sheet'), headings, all(), ctx.campaign.timeZone)) parts.push(part)
  const name = t('dossier.file.name', { period: of.period.replaceAll('/', '-'), unit: of.unit })
  return { name, bytes: Buffer.concat(parts) }
}

function lineOf(
  ctx: Ctx,
  row: Row,
  entry: Entry | null,
  { unit, period, stamp }: { unit: string; period: string; stamp: string },
): SheetCell[] {
  const how = ctx.t(`dossier.file.how.${row.kind}`, {
    numerator: String(row.params.numeratorLabel ?? ''),
    denominator: String(row.params.denominatorLabel ?? ''),
  })
  const [value, whole] = entry ? filledIn(ctx, row, entry) : [null, null]
  return [row.n, row.name, how, row.lastShown, value, whole, entry?.reason ?? '', unit, period, stamp]
}

/** What has been put in already, in the two columns; what was not understood stands as it was typed. */
function filledIn(ctx: Ctx, row: Row, { typed }: Entry): [SheetCell, SheetCell] {
  const reading = readCell(row, typed, '***', { t: ctx.t, today: ctx.sentOn })
  if (!reading.ok || (row.kind !== 'percent' && row.kind !== 'money')) return [typed, null]
  const { numerator, denominator } = figureIn(reading.answers)
  return [numerator, denominator]
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
