import { periodName } from '../../campaign/period-name.ts'
import type { Ctx } from '../../contract/feature.ts'
import { unitName } from '../progress/unit-name.ts'
import { shownTimeLeft } from '../progress/wording.ts'
import { shownOf } from './figure-text.ts'
import { gaps, type Line, ready } from './line.ts'
import type { Sheet, Unread } from './sheet.ts'

export interface Shown {
  unit: string
  period: string
  lines: readonly Line[]
  sheet: Sheet
}

/** The whole dossier in one message: every row under its number, what was not understood, what is missing. */
export function tableText(ctx: Ctx, { unit, period, lines, sheet }: Shown): string {
  const { t } = ctx
  const due = lines.flatMap(({ row }) => row.dueOn ?? []).toSorted()[0]
  const missing = gaps(lines).length
  const head = t('dossier.table.title', {
    period: periodName(period, t),
    unit: unitName(ctx, unit),
    count: lines.length,
  })
  return [
    [head, ...(due ? [t('dossier.table.due', { left: shownTimeLeft(ctx, due) })] : [])].join('\n'),
    lines.map(line => lineText(ctx, line)).join('\n'),
    ...(sheet.unread.length > 0 ? [unreadText(ctx, sheet.unread)] : []),
    t(ready(lines).length > 0 ? 'dossier.table.sum' : 'dossier.table.nothing', { ready: ready(lines).length, missing }),
  ].join('\n\n')
}

/** «3. Số hóa kết quả: 15/20 (75%) – mới, lần trước 12/20 (60%)» */
export function lineText(ctx: Ctx, line: Line): string {
  const { row, entry, reading, state } = line
  const { t } = ctx
  const last = row.lastShown === '' ? '' : t('dossier.line.last', { value: row.lastShown })
  const value = shownOf(ctx, line)
  const why = reading && !reading.ok ? reading.why : ''
  const said = t(`dossier.line.${state}`, {
    ...{ value, last, why, typed: entry?.typed ?? '', sent: row.sent?.shown ?? '' },
    where: row.sent ? t(`dossier.sent.${row.sent.state}`, { why: row.sent.why }) : '',
  })
  return t('dossier.line.whole', { n: row.n, name: row.name, said })
}

function unreadText({ t }: Ctx, unread: readonly Unread[]): string {
  const lines = unread.map(({ line, why, names }) =>
    t('dossier.unread.line', { line, why: t(`dossier.unread.${why}`, { names }) }),
  )
  return [t('dossier.unread.title', { count: unread.length }), ...lines].join('\n')
}
