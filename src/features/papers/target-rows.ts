import type { Ctx } from '../../contract/feature.ts'
import type { FigureBook } from '../../documents/figure-book.ts'
import type { Content } from '../../documents/word/fill.ts'
import type { Tags } from '../../documents/word/tags.ts'
import { type Board, type BoardRow, boardOf, boardOfUnit, type Cell } from '../board/matrix.ts'
import { shownFigure, shownThreshold } from '../progress/wording.ts'
import type { Wanted } from './kind.ts'

export const targetRowTags: Tags = { no: 'text', target: 'text', threshold: 'text', value: 'text', state: 'text' }

/** The board of the period at the day asked for. */
export function boardFor(ctx: Ctx, { period, day }: Wanted): Promise<Board> {
  return boardOf(ctx, { period, day })
}

/** The row of one unit on it. */
export async function rowFor(ctx: Ctx, { period, day }: Wanted, unitCode: string): Promise<BoardRow | undefined> {
  return (await boardOfUnit(ctx, { period, day }, unitCode)).rows[0]
}

/** The targets of a unit, as the board has them, whatever the figure is made of: what does not apply is not told. */
export async function targetRows(ctx: Ctx, row: BoardRow | undefined, book: FigureBook): Promise<Content[]> {
  const cells = (row?.cells ?? []).filter(({ state }) => state !== 'NOT_APPLICABLE' && state !== 'UNSETTLED')
  const codes = await recordCodes(
    ctx,
    cells.flatMap(cell => recordsOf(cell).map(({ recordId }) => recordId)),
  )
  return cells.map((cell, at) => ({
    no: String(at + 1),
    target: cell.target.name,
    threshold: shownThreshold(ctx.t, cell.target),
    value: book.write(
      ctx.t('papers.place.target', { target: cell.target.name }),
      cell.figure ? shownFigure(ctx.t, cell.target, cell.figure) : null,
      originOf(ctx, cell, codes),
    ),
    state: ctx.t(`board.cells.${cell.state}`),
  }))
}

/** The reports or lists that a figure is made of, each with the version that counts. */
function recordsOf({ source }: Cell): readonly { recordId: string; version: number }[] {
  if (source?.kind === 'reports') return source.reports
  return source?.kind === 'list' ? source.lists : []
}

function originOf({ t }: Ctx, cell: Cell, codes: ReadonlyMap<string, string>): { origin: string; path: string } {
  const { source, unitCode } = cell
  if (source?.kind === 'register') return { origin: t('papers.origin.initiatives'), path: 'sang-kien' }
  const path = `bang-so-lieu/don-vi/${unitCode}`
  if (source?.kind === 'ranking') return { origin: source.entry.decision, path }
  const records = recordsOf(cell)
  const [first, ...others] = records
  const isOneReport = first !== undefined && others.length === 0 && source?.kind === 'reports'
  return {
    origin: records
      .map(({ recordId, version }) => t('papers.origin.record', { code: codes.get(recordId) ?? '', version }))
      .join('; '),
    path: isOneReport ? `bao-cao/${first.recordId}` : path,
  }
}

/** Codes of records for people, by id. */
async function recordCodes({ tx }: Ctx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.record.findMany({ where: { id: { in: [...ids] } }, select: { id: true, code: true } })
  return new Map(rows.map(({ id, code }) => [id, code]))
}
