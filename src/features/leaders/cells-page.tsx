import { periodName } from '../../campaign/period-name.ts'
import type { Ctx } from '../../contract/feature.ts'
import type { CellState } from '../../figures/cell.ts'
import type { Board } from '../board/matrix.ts'

/** Every cell of the board that is in a state: what a number of the leaders' fourth line counts. */
export function CellsPage({ ctx, board, state, desk }: { ctx: Ctx; board: Board; state: CellState; desk: string }) {
  const { t } = ctx
  const cells = board.rows.flatMap(row =>
    row.cells.filter(cell => cell.state === state).map(({ target }) => ({ ...row, target })),
  )
  const params = {
    count: cells.length,
    state: t(`board.cells.${state}`).toLowerCase(),
    period: periodName(board.period, t),
  }
  const address = (unitCode: string, code: string) =>
    `${desk}/bang-so-lieu/don-vi/${encodeURIComponent(unitCode)}/${code}?ky=${board.period}`
  return (
    <>
      <h1>{t('leaders.cellsPage.title', params)}</h1>
      <table class="records">
        <thead>
          <tr>
            <th scope="col">{t('leaders.owedPage.unit')}</th>
            <th scope="col">{t('leaders.cellsPage.target')}</th>
          </tr>
        </thead>
        <tbody>
          {cells.map(({ unitCode, unitName, target }) => (
            <tr>
              <th scope="row">{unitName}</th>
              <td data-label={t('leaders.cellsPage.target')}>
                <a class="open" href={address(unitCode, target.code)}>
                  {target.name}
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
