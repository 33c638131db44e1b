import type { Ctx, Outcome, StartForm } from '../../contract/feature.ts'
import { typedAs } from './cell.ts'
import { type Choice, dossierForm } from './form.ts'
import { gaps, type Line, ready } from './line.ts'
import { linesIn, type Opened } from './opened.ts'
import { lineText, tableText } from './said.ts'
import type { Sheet } from './sheet.ts'
import { frozen } from './snapshot.ts'
import { atTable, type Talk } from './talk.ts'

/** The dossier, or the row that is asked for, on the screen. */
export async function show(
  ctx: Ctx,
  dossier: Opened,
  sheet: Sheet,
  lead: readonly string[],
  talk: Talk = atTable,
): Promise<StartForm> {
  const { unit, period, stored } = dossier
  const lines = linesIn(ctx, dossier, sheet)
  const asked = lines.find(({ row }) => row.topic === talk.gap)
  const text = asked ? askText(ctx, asked, lines) : tableText(ctx, { unit, period, lines, sheet })
  const choices = asked ? askChoices(ctx, asked) : tableChoices(ctx, lines, sheet)
  return {
    start: dossierForm.id,
    key: `${unit}:${period}`,
    params: {
      ...{ unit, period, revision: stored.revision, gap: asked ? talk.gap : null, skipped: [...talk.skipped] },
      ...{ text: [...lead, text].join('\n\n'), choices: choices.map(choice => ({ ...choice })) },
      seen: frozen(dossier),
    },
  }
}

function tableChoices({ t }: Ctx, lines: readonly Line[], sheet: Sheet): Choice[] {
  const count = ready(lines).length
  const open = gaps(lines).length
  const keepable = lines.filter(({ row, state }) => state === 'MISSING' && row.last !== null).length
  return [
    ...(count > 0 ? [{ label: t('dossier.choices.send', { count }), does: 'send' }] : []),
    ...(open > 0 ? [{ label: t('dossier.choices.ask', { count: open }), does: 'ask' }] : []),
    ...(keepable > 0 ? [{ label: t('dossier.choices.keepRest', { count: keepable }), does: 'keepRest' }] : []),
    ...(sheet.unread.length > 0 ? [{ label: t('dossier.choices.dropUnread'), does: 'dropUnread' }] : []),
    ...(lines.length > 0 ? [{ label: t('dossier.choices.excel'), does: 'excel' }] : []),
  ]
}

function askText(ctx: Ctx, line: Line, lines: readonly Line[]): string {
  const { row, state } = line
  return [
    ctx.t('dossier.ask.title', { left: gaps(lines).length }),
    lineText(ctx, line),
    ctx.t(state === 'WANTS_REASON' ? 'dossier.ask.reason' : `dossier.ask.${row.kind}`, {
      numerator: String(row.params.numeratorLabel ?? ''),
      denominator: String(row.params.denominatorLabel ?? ''),
    }),
  ].join('\n\n')
}

function askChoices({ t }: Ctx, { row, state }: Line): Choice[] {
  const skip = { label: t('dossier.choices.skip'), does: 'skip' }
  const table = { label: t('dossier.choices.table'), does: 'table' }
  if (state === 'WANTS_REASON') return [skip, table]
  return [
    ...(row.kind === 'yesNo'
      ? ['có', 'chưa'].map(word => ({
          label: t(word === 'có' ? 'conversation.yes' : 'conversation.no'),
          does: `value:${word}`,
        }))
      : []),
    ...(row.last && row.kind !== 'yesNo'
      ? [{ label: t('dossier.choices.keep', { value: row.lastShown }), does: `value:${typedAs(row.kind, row.last)}` }]
      : []),
    ...(row.kind === 'percent' ? [{ label: t('conversation.nothingToMeasure'), does: 'value:không phát sinh' }] : []),
    ...[skip, table],
  ]
}

/** Left for now: what was put in stays, unless it is thrown away. */
export function leaving(ctx: Ctx, { unit, period }: Opened): Outcome {
  const args = { unit, period }
  return {
    text: ctx.t('dossier.leaving.text'),
    choices: [
      { label: ctx.t('dossier.leaving.goOn'), go: { to: 'dossier', args } },
      { label: ctx.t('dossier.leaving.clear'), go: { to: 'dossier.clear', args } },
      { label: ctx.t('records.toMenu'), go: { to: 'menu' } },
    ],
  }
}
