import { periodName } from '../../campaign/period-name.ts'
import type { Ctx } from '../../contract/feature.ts'
import { cellStates } from '../../figures/cell.ts'
import { formatDate } from '../../reading/format.ts'
import { boardPeriods } from './board-view.ts'
import { CellMark, cellHref, figureShown, Legend } from './cell-mark.tsx'
import { asksForSomething, columnOf } from './counts.ts'
import type { Looking } from './looking.ts'
import type { Board, BoardRow, BoardView, Cell } from './matrix.ts'

interface BoardProps {
  ctx: Ctx
  board: Board
  view: BoardView
  looking: Looking
  search: URLSearchParams
}

/** Units in their groups down, targets across, a shape or a number a cell. */
export function BoardPage({ ctx, board, view, looking, search }: BoardProps) {
  const { t } = ctx
  const isNumbers = search.get('so') === '1'
  const isOnlyOpen = search.get('can') === '1'
  const applying = board.rows.filter(({ cells }) => cells.some(({ state }) => state !== 'NOT_APPLICABLE'))
  const rows = isOnlyOpen ? applying.filter(({ cells }) => cells.some(asksForSomething)) : applying
  const left = board.rows.length - applying.length
  const groups = [...new Set(rows.map(({ group }) => group))].toSorted()
  const shown = cellStates.filter(state => board.rows.some(({ cells }) => cells.some(cell => cell.state === state)))
  return (
    <>
      <h1>{t('board.room.title')}</h1>
      <ViewForm {...{ ctx, view, looking, isNumbers, isOnlyOpen }} />
      {view.day && <p role="note">{t('board.room.asOfDay', { day: formatDate(view.day.toString()) })}</p>}
      <Legend ctx={ctx} states={shown} />
      {left > 0 && <p>{t('board.room.without', { count: left })}</p>}
      {rows.length === 0 ? (
        <p>{t('board.room.empty')}</p>
      ) : (
        <section class="board-scroll" tabindex={0} aria-label={t('board.room.title')}>
          <table class="board">
            <thead>
              <tr>
                <th scope="col">{t('board.room.unit')}</th>
                {board.targets.map(({ code, name }) => (
                  <th scope="col">
                    <a href={looking.to(`/chi-tieu/${code}`)}>{name}</a>
                  </th>
                ))}
                <th scope="col">{t('board.room.reached')}</th>
              </tr>
            </thead>
            {groups.map(group => (
              <tbody>
                <tr class="group">
                  <th scope="rowgroup" colspan={board.targets.length + 2}>
                    {groupName(ctx, group)}
                  </th>
                </tr>
                {rows
                  .filter(row => row.group === group)
                  .map(row => (
                    <Row {...{ ctx, row, looking, isNumbers }} />
                  ))}
              </tbody>
            ))}
            <tfoot>
              <tr>
                <th scope="row">{t('board.room.reached')}</th>
                {board.targets.map(({ code }) => (
                  <td>
                    <Share cells={columnOf(board, code)} href={more => looking.to(`/chi-tieu/${code}`, more)} />
                  </td>
                ))}
                <td />
              </tr>
            </tfoot>
          </table>
        </section>
      )}
    </>
  )
}

function Row({ ctx, row, looking, isNumbers }: { ctx: Ctx; row: BoardRow; looking: Looking; isNumbers: boolean }) {
  const own = `/don-vi/${encodeURIComponent(row.unitCode)}`
  return (
    <tr>
      <th scope="row">
        <a href={looking.to(own)}>{row.unitName}</a>
      </th>
      {row.cells.map(cell => (
        <td title={cell.target.name}>
          <a href={cellHref(looking.desk, row.unitCode, cell, looking.to('').slice(looking.board.length))}>
            <CellMark ctx={ctx} state={cell.state} />
            {isNumbers && <span class="value"> {figureShown(ctx, cell)}</span>}
          </a>
        </td>
      ))}
      <td>
        <Share cells={row.cells} href={more => looking.to(own, more)} />
      </td>
    </tr>
  )
}

/** «12/20»: how many reached it, of how many it applies to; each number leads to exactly those. */
export function Share({ cells, href }: { cells: readonly Cell[]; href(more: Record<string, string>): string }) {
  const applying = cells.filter(({ state }) => state !== 'NOT_APPLICABLE').length
  const reached = cells.filter(({ state }) => state === 'REACHED').length
  return (
    <>
      <a href={href({ tt: 'REACHED' })}>{reached}</a>/<a href={href({})}>{applying}</a>
    </>
  )
}

export function groupName({ campaign: { plan } }: Ctx, code: string): string {
  return plan.participants.collectives.find(group => group.code === code)?.name ?? code
}

interface ViewFormProps {
  ctx: Ctx
  view: BoardView
  looking: Looking
  isNumbers: boolean
  isOnlyOpen: boolean
}

function ViewForm({ ctx, view, looking, isNumbers, isOnlyOpen }: ViewFormProps) {
  const { t } = ctx
  return (
    <form class="search" method="get" action={looking.board}>
      <label>
        {t('board.room.period')}{' '}
        <select name="ky">
          {boardPeriods(ctx).map(period => (
            <option value={period} selected={period === view.period}>
              {periodName(period, t)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('board.room.day')}{' '}
        <input type="date" name="ngay" value={view.day?.toString() ?? ''} max={ctx.today.toString()} />
      </label>
      <label class="tick">
        <input type="checkbox" name="so" value="1" checked={isNumbers} /> {t('board.room.numbers')}
      </label>
      <label class="tick">
        <input type="checkbox" name="can" value="1" checked={isOnlyOpen} /> {t('board.room.onlyOpen')}
      </label>
      <button type="submit" class="button">
        {t('board.room.show')}
      </button>
    </form>
  )
}
