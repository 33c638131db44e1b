import type { Target } from '../../campaign/target.ts'
import type { Ctx } from '../../contract/feature.ts'
import type { CellState } from '../../figures/cell.ts'
import { measureOfSum, sumOver } from '../../figures/sum.ts'
import { shownThreshold } from '../progress/wording.ts'
import { groupName } from './board-page.tsx'
import { CellMark } from './cell-mark.tsx'
import { countsOf } from './counts.ts'
import type { Looking } from './looking.ts'
import type { Board, BoardView, Cell } from './matrix.ts'
import { Parts, UnitLinks } from './parts.tsx'
import { sumShown } from './sum-shown.ts'
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
      <p>
        {t('board.room.threshold')}: <a href={looking.to(own, ofGroup)}>{shownThreshold(t, target)}</a>
      </p>
      {target.dueText !== null && <p>{t('board.room.dueText', { due: target.dueText })}</p>}
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
      <p>{lead(ctx, view, { count: shown.length, of: 'units' }, state)}</p>
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
          <Foot
            {...{ ctx, target, cells: shown.map(({ cell }) => cell) }}
            href={looking.to(own, { ...ofGroup, ...(state ? { tt: state } : {}) })}
          />
        </table>
      )}
      {state === null && <Gap {...{ ctx, target, cells: all.map(({ cell }) => cell), looking }} />}
      {group === null && state === null && board.register && target.computed === 'initiativesEffective' && (
        <section id="thanh-pho">
          <h2>{t('board.made.wholeRegister')}</h2>
          <Parts {...{ ctx, made: board.register, looking, href: `${looking.to(own)}#thanh-pho` }} />
        </section>
      )}
    </>
  )
}

interface FootProps {
  ctx: Ctx
  target: Target
  cells: readonly Cell[]
  /** Exactly the rows above. */
  href: string
}

/** What those above make together, where the target has a sum. */
function Foot({ ctx, target, cells, href }: FootProps) {
  const shown = sumShown(ctx, target, sumOver(target, cells))
  if (shown === '') return null
  return (
    <tfoot>
      <tr>
        <th scope="row">{ctx.t('board.room.total')}</th>
        <td />
        <td data-label={ctx.t('board.room.value')}>
          <a href={href}>{shown}</a>
        </td>
        <td data-label={ctx.t('board.room.threshold')}>
          <a href={href}>{shownThreshold(ctx.t, { measure: measureOfSum(target) })}</a>
        </td>
        <td />
      </tr>
    </tfoot>
  )
}

/** The names behind the gap. */
function Gap({ ctx, target, cells, looking }: { ctx: Ctx; target: Target; cells: readonly Cell[]; looking: Looking }) {
  const { missing } = sumOver(target, cells)
  if (missing.length === 0) return null
  return (
    <>
      <h2>{ctx.t('board.made.missing', { count: missing.length })}</h2>
      <UnitLinks {...{ ctx, units: missing, looking }} />
    </>
  )
}
