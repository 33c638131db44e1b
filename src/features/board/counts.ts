import { type CellState, cellStates } from '../../figures/cell.ts'
import type { Board, Cell } from './matrix.ts'

/** How many cells are in each state, those that ask for something first; states without cells are left out. */
export function countsOf(cells: readonly Cell[]): [CellState, number][] {
  return cellStates.flatMap((state): [CellState, number][] => {
    const count = cells.filter(cell => cell.state === state).length
    return count > 0 ? [[state, count]] : []
  })
}

/** The cells of a target, one of each unit. */
export function columnOf({ rows }: Board, code: string): Cell[] {
  return rows.flatMap(({ cells }) => cells.filter(({ target }) => target.code === code))
}

const quiet: ReadonlySet<CellState> = new Set<CellState>([
  'REACHED',
  'ON_PACE',
  'NOT_DUE',
  'NOT_APPLICABLE',
  'REPORTED',
])

/** Whether somebody should do something about it. */
export function asksForSomething({ state }: Cell): boolean {
  return !quiet.has(state)
}
