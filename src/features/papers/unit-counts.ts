import type { Ctx } from '../../contract/feature.ts'
import type { FigureBook } from '../../documents/figure-book.ts'
import type { Tags } from '../../documents/word/tags.ts'
import type { CellState } from '../../figures/cell.ts'
import type { BoardRow } from '../board/matrix.ts'

export const unitCountTags: Tags = { applying: 'text', reached: 'text', open: 'text', without: 'text' }

/** How many targets apply, are reached, are on their way or missed, and have no figure. */
export function countsIn({ t }: Ctx, row: BoardRow | undefined, book: FigureBook) {
  const counts = cellCounts(row)
  const path = `bang-so-lieu/don-vi/${row?.unitCode ?? ''}`
  const say = (name: keyof typeof counts) =>
    book.write(t(`papers.place.${name}`), row ? String(counts[name]) : null, { origin: t('papers.origin.board'), path })
  return { applying: say('applying'), reached: say('reached'), open: say('open'), without: say('without') }
}

const withoutFigure: readonly CellState[] = ['NO_FIGURE', 'NOT_DUE', 'WITH_HEAD']
const notApplying: readonly CellState[] = ['NOT_APPLICABLE', 'UNSETTLED']

export function cellCounts(row: BoardRow | undefined) {
  const cells = (row?.cells ?? []).filter(({ state }) => !notApplying.includes(state))
  const reached = cells.filter(({ state }) => state === 'REACHED').length
  const without = cells.filter(({ state }) => withoutFigure.includes(state)).length
  return { applying: cells.length, reached, without, open: cells.length - reached - without }
}
