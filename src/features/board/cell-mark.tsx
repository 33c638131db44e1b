import type { Ctx } from '../../contract/feature.ts'
import type { CellState } from '../../figures/cell.ts'
import { shownFigure } from '../progress/wording.ts'
import type { Cell } from './matrix.ts'

const shapes: Readonly<Record<CellState, string>> = {
  REACHED: '●',
  ON_PACE: '◐',
  BEHIND: '◔',
  MISSED: '✕',
  REPORTED: '◆',
  WITH_HEAD: '▲',
  NOT_DUE: '○',
  NO_FIGURE: '?',
  UNSETTLED: '…',
  NOT_APPLICABLE: '–',
}

export function CellMark({ ctx, state }: { ctx: Ctx; state: CellState }) {
  return (
    <>
      <span class={`cell-mark ${state.toLowerCase().replace('_', '-')}`} aria-hidden="true">
        {shapes[state]}
      </span>
      <span class="sr-only">{ctx.t(`board.cells.${state}`)}</span>
    </>
  )
}

export function Legend({ ctx, states }: { ctx: Ctx; states: readonly CellState[] }) {
  return (
    <ul class="board-legend">
      {states.map(state => (
        <li>
          <span class={`cell-mark ${state.toLowerCase().replace('_', '-')}`} aria-hidden="true">
            {shapes[state]}
          </span>{' '}
          {ctx.t(`board.cells.${state}`)}
        </li>
      ))}
    </ul>
  )
}

/** The figure in words; nothing where none counts. */
export function figureShown({ t }: Pick<Ctx, 't'>, { target, figure }: Pick<Cell, 'target' | 'figure'>): string {
  return figure ? shownFigure(t, target, figure) : ''
}

/** Where a cell leads: to its report, where there is one that this person may see, else to all of the unit. */
export function cellHref(desk: string, unitCode: string, { standing }: Cell, query: string): string {
  return standing && standing.version > 0
    ? `${desk}/bao-cao/${standing.recordId}`
    : `${desk}/bang-so-lieu/don-vi/${encodeURIComponent(unitCode)}${query}`
}
