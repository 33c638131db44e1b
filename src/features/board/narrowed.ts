import type { Choice } from './board-view.ts'
import type { Board } from './matrix.ts'

/** The board with only the groups, fields and agencies that are chosen. */
export function narrowed(board: Board, { group, field, agency }: Choice): Board {
  const isShown = board.targets.map(
    target => (field === null || target.field === field) && (agency === null || target.focalAgencies.includes(agency)),
  )
  return {
    ...board,
    targets: board.targets.filter((_, at) => isShown[at]),
    rows: board.rows
      .filter(row => group === null || row.group === group)
      .map(row => ({ ...row, cells: row.cells.filter((_, at) => isShown[at]) })),
  }
}
