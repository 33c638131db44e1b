import type { Target } from '../../campaign/target.ts'
import type { Ctx } from '../../contract/feature.ts'
import type { CellState } from '../../figures/cell.ts'
import { groupName } from './board-page.tsx'
import { CellMark } from './cell-mark.tsx'
import { countsOf } from './counts.ts'
import type { Looking } from './looking.ts'
import type { Board, BoardView } from './matrix.ts'
import { CellCells, lead } from './unit-page.tsx'

interface TargetProps {
  ctx: Ctx
  board: Board
  target: Target
  view: BoardView
  looking: Looking
  state: CellState | null
  group: string | null
}

/** Every unit that a target applies to, with its figure; how many stand where. */
export function TargetPage({ ctx, board, target, view, looking, state, group }: TargetProps) {
  const { t } = ctx
  const at = board.targets.indexOf(target)
  const all = board.rows
    .filter(row => group === null || row.group === group)
    .flatMap(({ unitCode, unitName, cells }) => {
      const cell = cells[at]
      return cell && cell.state !== 'NOT_APPLICABLE' ? [{ unitCode, unitName, cell }] : []
    })
  const shown = state ? all.filter(({ cell }) => cell.state === state) : all
  const own = `/chi-tieu/${target.code}`
  const ofGroup: Record<string, string> = group === null ? {} : { nhom: group }
  return (
    <>
      <p class="crumbs">
        <a href={looking.to('')}>{t('board.room.title')}</a>
      </p>
      <h1>{target.name}</h1>
      <p>{target.shortName}</p>
      {group !== null && <p>{groupName(ctx, group)}</p>}
      <nav class="chips" aria-label={t('board.room.state')}>
        <a href={looking.to(own, ofGroup)} aria-current={state === null ? 'true' : undefined}>
          {t('board.room.all', { count: all.length })}
        </a>
        {countsOf(all.map(({ cell }) => cell)).map(([one, count]) => (
          <a href={looking.to(own, { ...ofGroup, tt: one })} aria-current={one === state ? 'true' : undefined}>
            <CellMark ctx={ctx} state={one} /> <span aria-hidden="true">{t(`board.cells.${one}`)}</span> {count}
          </a>
        ))}
      </nav>
      <p>{lead(ctx, view, shown.length, state)}</p>
      {shown.length > 0 && (
        <table class="records">
          <thead>
            <tr>
              {['unit', 'state', 'value', 'threshold', 'asOf'].map(name => (
                <th scope="col">{t(`board.room.${name}`)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map(({ unitCode, unitName, cell }) => (
              <tr>
                <th scope="row">
                  <a class="open" href={looking.to(`/don-vi/${encodeURIComponent(unitCode)}`)}>
                    {unitName}
                  </a>
                </th>
                <CellCells {...{ ctx, cell, looking }} />
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}
