import type { Ctx, Screen } from '../../contract/feature.ts'
import type { TargetReport } from '../../store/generated/client.ts'
import { figureOf } from './figure.ts'
import { targetOf } from './targets.ts'
import { unitName } from './unit-name.ts'
import { cut, reportTitle, shownFigure } from './wording.ts'

/** After sending: what was stored, where it is now, what comes next. */
export function receipt(ctx: Ctx, sent: readonly TargetReport[], heads: number, outlook: string): Screen {
  const unit = sent[0]?.unitCode ?? ''
  return {
    title: ctx.t('progress.receipt.title'),
    text: receiptLine(ctx, sent, heads, outlook),
    choices: [
      { label: ctx.t('progress.receipt.next'), go: { to: 'report', args: { unit } } },
      { label: ctx.t('progress.open'), go: { to: 'progress.show', args: { id: sent[0]?.id ?? '' } } },
      { label: ctx.t('progress.toMenu'), go: { to: 'menu' } },
    ],
  }
}

/** The same in a line or two, for the next question of a quick report. */
export function receiptLine(ctx: Ctx, sent: readonly TargetReport[], heads: number, outlook: string): string {
  const [first] = sent
  const target = first && targetOf(ctx.campaign.plan, first.targetCode)
  if (!first || !target) return ''
  const params = {
    title: reportTitle(ctx, sent),
    value: cut(shownFigure(ctx.t, target, figureOf(first)), 80),
    unit: unitName(ctx, first.unitCode),
    office: officeName(ctx),
  }
  const where = first.awaitingHead ? (heads > 0 ? 'withHead' : 'noHead') : 'sent'
  const line = ctx.t(`progress.receipt.${where}`, params)
  const late = sent.some(report => report.isLate) ? ctx.t('progress.receipt.late') : ''
  return [[line, late].filter(Boolean).join(' '), outlook].filter(Boolean).join('\n')
}

/** The office that runs the campaign, by the campaign's own data. */
function officeName(ctx: Ctx): string {
  const code = ctx.campaign.plan.managingOffices.find(office => ctx.campaign.units.has(office))
  return code === undefined ? '' : unitName(ctx, code)
}
