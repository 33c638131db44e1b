import { periodName } from '../../campaign/period-name.ts'
import type { Ctx } from '../../contract/feature.ts'
import type { CellState } from '../../figures/cell.ts'
import { formatDate } from '../../reading/format.ts'
import type { OwnCriterion } from '../criteria/own-criteria.ts'
import { OwnCriteriaTable } from '../criteria/own-table.tsx'
import { shownThreshold } from '../progress/wording.ts'
import { CellMark, cellHref, figureShown, madeHref } from './cell-mark.tsx'
import type { Looking } from './looking.ts'
import type { BoardRow, BoardView, Cell } from './matrix.ts'

interface UnitProps {
  ctx: Ctx
  row: BoardRow
  view: BoardView
  looking: Looking
  state: CellState | null
  /** What the unit has set itself; apart from the targets of the plan. */
  own: readonly OwnCriterion[]
}

/** Every target that applies to a unit, with its figure; with a state only those in it. Below them the unit's own criteria. */
export function UnitPage({ ctx, row, view, looking, state, own }: UnitProps) {
  const { t } = ctx
  const applying = row.cells.filter(cell => cell.state !== 'NOT_APPLICABLE')
  const cells = state ? row.cells.filter(cell => cell.state === state) : applying
  return (
    <>
      <p class="crumbs">
        <a href={looking.to('')}>{t('board.room.title')}</a>
      </p>
      <h1>{row.unitName}</h1>
      <p>{lead(ctx, view, { count: cells.length, of: 'targets' }, state)}</p>
      {cells.length > 0 && (
        <table class="records">
          <thead>
            <tr>
              {['target', 'state', 'value', 'threshold', 'asOf'].map(name => (
                <th scope="col">{t(`board.room.${name}`)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {cells.map(cell => (
              <tr>
                <th scope="row">
                  <a class="open" href={looking.to(`/chi-tieu/${cell.target.code}`)}>
                    {cell.target.name}
                  </a>
                </th>
                <CellCells {...{ ctx, cell, looking }} />
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {state === null && <OwnCriteriaTable ctx={ctx} criteria={own} desk={looking.desk} />}
    </>
  )
}

/** What is counted on the page: targets of a unit, or units of a target. */
export function lead(
  ctx: Ctx,
  { period, day }: BoardView,
  { count, of: what }: { count: number; of: 'targets' | 'units' },
  state: CellState | null,
): string {
  const of = { period: periodName(period, ctx.t), count, state: state ? ctx.t(`board.cells.${state}`) : '' }
  const said = ctx.t(state ? 'board.room.inState' : `board.room.applying.${what}`, of)
  return day ? `${said} ${ctx.t('board.room.asOfDay', { day: formatDate(day.toString()) })}` : said
}

/** State, figure (a link to what it is made of), what is to be reached, the day of the figure. */
export function CellCells({ ctx, cell, looking }: { ctx: Ctx; cell: Cell; looking: Looking }) {
  const { target, state, unitCode, asOf } = cell
  const value = figureShown(ctx, cell)
  const of = (name: string) => ({ 'data-label': ctx.t(`board.room.${name}`) })
  return (
    <>
      <td {...of('state')}>
        <a href={madeHref(looking, unitCode, cell)}>
          <CellMark ctx={ctx} state={state} /> <span aria-hidden="true">{ctx.t(`board.cells.${state}`)}</span>
        </a>
      </td>
      <td {...of('value')}>{value !== '' && <a href={cellHref(looking, unitCode, cell)}>{value}</a>}</td>
      <td {...of('threshold')}>
        <a href={looking.to(`/chi-tieu/${target.code}`)}>{shownThreshold(ctx.t, target)}</a>
      </td>
      <td {...of('asOf')}>{asOf ? formatDate(asOf) : ''}</td>
    </>
  )
}
