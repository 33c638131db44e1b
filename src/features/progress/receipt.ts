import { officeName } from '../../campaign/names.ts'
import type { Ctx, Outcome, Submission } from '../../contract/feature.ts'
import type { Answers } from '../../conversation/field.ts'
import type { Record as StoredRecord } from '../../store/generated/client.ts'
import { forecastLine } from '../forecast/after-report.ts'
import { figureIn } from './answered.ts'
import { reportParams } from './params.ts'
import { nextOf } from './quick.ts'
import { unitName } from './unit-name.ts'

/** After sending: what was stored, where it is now, what comes next; in a quick report the next question. */
export async function receiptOf(
  ctx: Ctx,
  record: StoredRecord,
  heads: number | null,
  { answers, params }: Submission<Answers>,
): Promise<Outcome> {
  const { unitCode, topic, period } = record
  const sum = { ...figureIn(answers), asOf: ctx.sentOn.toString(), period }
  const outlook = await forecastLine(ctx, { ...sum, unitCode, targetCode: topic })
  const said = [lineOf(ctx, record, heads), outlook].filter(line => line !== '').join('\n')
  const { quick, unit, skip, quickPeriod } = reportParams(params)
  if (quick) return nextOf(ctx, { unit, skip, period: quickPeriod }, said)
  return {
    title: ctx.t('progress.receipt.title', { code: record.code }),
    text: said,
    choices: [
      { label: ctx.t('progress.receipt.next'), go: { to: 'report', args: { unit: unitCode } } },
      { label: ctx.t('records.open'), go: { to: 'record.show', args: { kind: record.kind, id: record.id } } },
      { label: ctx.t('progress.toMenu'), go: { to: 'menu' } },
    ],
  }
}

function lineOf(ctx: Ctx, { code, title, unitCode, isLate }: StoredRecord, heads: number | null): string {
  const where = heads === null ? 'sent' : heads > 0 ? 'withHead' : 'noHead'
  const params = { code, title, unit: unitName(ctx, unitCode), office: officeName(ctx.campaign, ctx.today.toString()) }
  const late = isLate ? ctx.t('progress.receipt.late') : ''
  return [ctx.t(`progress.receipt.${where}`, params), late].filter(Boolean).join(' ')
}
