import type { Ctx } from '../../contract/feature.ts'
import type { CellState } from '../../figures/cell.ts'
import { shownFigure } from '../progress/wording.ts'
import type { Looking } from './looking.ts'
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
      <Shape state={state} />
      <span class="sr-only">{ctx.t(`board.cells.${state}`)}</span>
    </>
  )
}

function Shape({ state }: { state: CellState }) {
  return (
    <span class="cell-mark" data-state={state} aria-hidden="true">
      {shapes[state]}
    </span>
  )
}

export function Legend({ ctx, states }: { ctx: Ctx; states: readonly CellState[] }) {
  return (
    <ul class="board-legend">
      {states.map(state => (
        <li>
          <Shape state={state} /> {ctx.t(`board.cells.${state}`)}
        </li>
      ))}
    </ul>
  )
}

/** The figure in words; nothing where none counts. */
export function figureShown({ t }: Pick<Ctx, 't'>, { target, figure }: Pick<Cell, 'target' | 'figure'>): string {
  return figure ? shownFigure(t, target, figure) : ''
}

/** Where a cell leads: to the one report that it says, else to the page that tells what it is made of. */
export function cellHref(looking: Looking, unitCode: string, cell: Cell): string {
  return reportHref(looking, cell) ?? madeHref(looking, unitCode, cell)
}

/** The report, where the cell is one report that this person may see; else null. */
export function reportHref({ desk }: Looking, { source, standing }: Cell): string | null {
  const isOne = source === null || (source.kind === 'reports' && source.reports.length === 1)
  return isOne && standing && standing.version > 0 ? `${desk}/bao-cao/${standing.recordId}` : null
}

/** The page that tells what a cell is made of. */
export function madeHref(looking: Looking, unitCode: string, { target }: Pick<Cell, 'target'>): string {
  return looking.to(`/don-vi/${encodeURIComponent(unitCode)}/${target.code}`)
}
