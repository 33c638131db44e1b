import type { Ctx } from '../../contract/feature.ts'
import type { FigureBook } from '../../documents/figure-book.ts'
import type { Content } from '../../documents/word/fill.ts'
import type { Tags } from '../../documents/word/tags.ts'
import { type Board, type BoardRow, boardOf, boardOfUnit } from '../board/matrix.ts'
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

/** The targets of a unit, as the board has them: what does not apply is not told. */
export async function targetRows(ctx: Ctx, row: BoardRow | undefined, book: FigureBook): Promise<Content[]> {
  const cells = (row?.cells ?? []).filter(({ state }) => state !== 'NOT_APPLICABLE' && state !== 'UNSETTLED')
  const codes = await recordCodes(
    ctx,
    cells.flatMap(({ standing }) => (standing?.figure ? [standing.recordId] : [])),
  )
  return cells.map(({ target, state, standing }, at) => ({
    no: String(at + 1),
    target: target.name,
    threshold: shownThreshold(ctx.t, target),
    value: book.write(
      ctx.t('papers.place.target', { target: target.name }),
      standing?.figure ? shownFigure(ctx.t, target, standing.figure) : null,
      {
        origin: ctx.t('papers.origin.record', {
          code: codes.get(standing?.recordId ?? '') ?? '',
          version: standing?.version ?? 0,
        }),
        ...(standing ? { path: `bao-cao/${standing.recordId}` } : {}),
      },
    ),
    state: ctx.t(`board.cells.${state}`),
  }))
}

/** Codes of records for people, by id. */
async function recordCodes({ tx }: Ctx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.record.findMany({ where: { id: { in: [...ids] } }, select: { id: true, code: true } })
  return new Map(rows.map(({ id, code }) => [id, code]))
}
