import { periodName } from '../../campaign/period-name.ts'
import type { Ctx } from '../../contract/feature.ts'
import { cellStates } from '../../figures/cell.ts'
import { formatDate } from '../../reading/format.ts'
import { groupName } from './board-page.tsx'
import { CellMark, cellHref, figureShown, Legend } from './cell-mark.tsx'
import type { Looking } from './looking.ts'
import type { Board, BoardView } from './matrix.ts'

interface PrintProps {
  ctx: Ctx
  board: Board
  view: BoardView
  looking: Looking
}

/** The board for paper: a sheet a theme (A4 landscape), units down, the legend in words on each. */
export function PrintPage({ ctx, board, view, looking }: PrintProps) {
  const { t } = ctx
  const themes = [...new Set(board.targets.map(({ field }) => field))]
  const rows = board.rows.filter(({ cells }) => cells.some(({ state }) => state !== 'NOT_APPLICABLE'))
  const groups = [...new Set(rows.map(({ group }) => group))].toSorted()
  const states = cellStates.filter(state => rows.some(({ cells }) => cells.some(cell => cell.state === state)))
  const day = view.day ? ` ${t('board.room.asOfDay', { day: formatDate(view.day.toString()) })}` : ''
  return (
    <>
      <p class="crumbs board-more">
        <a href={looking.to('')}>{t('board.room.title')}</a>
      </p>
      <h1 class="board-more">{t('board.print.title')}</h1>
      <p class="board-more">{t('board.print.lead')}</p>
      {themes.map(theme => {
        const columns = board.targets.flatMap((target, at) => (target.field === theme ? [{ target, at }] : []))
        return (
          <section class={`board-sheet ${sizeFor(rows.length + groups.length)}`}>
            <h2>
              {theme ?? t('board.print.otherTheme')} – {periodName(view.period, t)}
              {day}
            </h2>
            <Legend {...{ ctx, states }} />
            <section class="board-scroll" tabindex={0} aria-label={theme ?? t('board.print.otherTheme')}>
              <table class="board">
                <thead>
                  <tr>
                    <th scope="col">{t('board.room.unit')}</th>
                    {columns.map(({ target: { code, name } }) => (
                      <th scope="col">
                        <a href={looking.to(`/chi-tieu/${code}`)}>{name}</a>
                      </th>
                    ))}
                  </tr>
                </thead>
                {groups.map(group => (
                  <tbody>
                    <tr class="group">
                      <th scope="rowgroup" colspan={columns.length + 1}>
                        {groupName(ctx, group)}
                      </th>
                    </tr>
                    {rows
                      .filter(row => row.group === group)
                      .map(row => (
                        <tr>
                          <th scope="row">
                            <a href={looking.to(`/don-vi/${encodeURIComponent(row.unitCode)}`)}>{row.unitName}</a>
                          </th>
                          {columns.map(({ at }) => {
                            const cell = row.cells[at]
                            return (
                              <td>
                                {cell && (
                                  <a href={cellHref(looking, row.unitCode, cell)}>
                                    <CellMark ctx={ctx} state={cell.state} />
                                    <span class="value"> {figureShown(ctx, cell)}</span>
                                  </a>
                                )}
                              </td>
                            )
                          })}
                        </tr>
                      ))}
                  </tbody>
                ))}
              </table>
            </section>
          </section>
        )
      })}
    </>
  )
}

/** Rows as high as one sheet allows, as long as they can be read. */
function sizeFor(rows: number): string {
  return rows <= 32 ? 'large' : rows <= 48 ? 'medium' : rows <= 64 ? 'small' : 'smallest'
}
