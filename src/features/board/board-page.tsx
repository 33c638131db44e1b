import { unitName } from '../../campaign/names.ts'
import { periodName } from '../../campaign/period-name.ts'
import type { Ctx } from '../../contract/feature.ts'
import { cellStates } from '../../figures/cell.ts'
import { sumOver } from '../../figures/sum.ts'
import { formatDate } from '../../reading/format.ts'
import { type Choice, choiceWritten } from './board-view.ts'
import { CellMark, cellHref, figureShown, Legend } from './cell-mark.tsx'
import { asksForSomething, columnOf } from './counts.ts'
import type { Looking } from './looking.ts'
import type { Board, BoardRow, BoardView, Cell } from './matrix.ts'
import { sumShown } from './sum-shown.ts'
import { ViewForm } from './view-form.tsx'

interface BoardProps {
  ctx: Ctx
  /** One, or two beside each other, with the same units and targets. */
  boards: readonly Board[]
  view: BoardView
  choice: Choice
  /** Addresses, for each of the boards. */
  lookings: readonly Looking[]
  /** How many criteria the units shown have set themselves. */
  own: number
}

/** A board of more units than this begins with its groups folded. */
const longest = 100

/** Units in their groups down, targets across, a shape or a number a cell; two periods stand beside each other in each target. */
export function BoardPage({ ctx, boards, view, choice, lookings, own }: BoardProps) {
  const { t } = ctx
  const [board, beside] = boards
  const [looking] = lookings
  if (!board || !looking) return null
  const besideRow = new Map(beside?.rows.map(row => [row.unitCode, row]))
  const known = new Set(board.rows.map(({ unitCode }) => unitCode))
  const all = [...board.rows, ...(beside?.rows.filter(({ unitCode }) => !known.has(unitCode)) ?? [])]
  const pairs = all.map(row => ({
    row,
    rows: beside ? [known.has(row.unitCode) ? row : undefined, besideRow.get(row.unitCode)] : [row],
  }))
  const applying = pairs.filter(({ rows }) =>
    rows.some(row => row?.cells.some(({ state }) => state !== 'NOT_APPLICABLE')),
  )
  const shown = choice.isOnlyOpen
    ? applying.filter(({ rows }) => rows.some(row => row?.cells.some(asksForSomething)))
    : applying
  const columns = board.targets
    .map((target, at) => ({ target, at }))
    .filter(
      ({ at }) =>
        !choice.isOnlyOpen ||
        shown.some(({ rows }) => rows.some(row => row?.cells[at] && asksForSomething(row.cells[at]))),
    )
  const left = pairs.length - applying.length
  const groups = [...new Set(shown.map(({ row }) => row.group))].toSorted()
  const states = cellStates.filter(state =>
    boards.some(({ rows }) => rows.some(({ cells }) => cells.some(cell => cell.state === state))),
  )
  const width = columns.length * boards.length
  return (
    <>
      <h1>{t('board.room.title')}</h1>
      <ViewForm {...{ ctx, view, choice, looking }} />
      <p class="board-more">
        <a href={looking.to('/nhom')}>{t('board.league.title')}</a> ·{' '}
        <a href={looking.to('/giai-ngan')}>{t('board.curve.title')}</a> ·{' '}
        <a href={looking.to('/in', Object.fromEntries(choiceWritten({ ...choice, open: [] })))}>
          {t('board.print.do')}
        </a>
        {(['xlsx', 'csv', 'jsonl'] as const).map(format => (
          <>
            {' · '}
            <a href={looking.with([...choiceWritten({ ...choice, open: [] }), ['tai', format]])} download>
              {t(`desk.list.download.${format}`)}
            </a>
          </>
        ))}
      </p>
      {view.day && <p role="note">{t('board.room.asOfDay', { day: formatDate(view.day.toString()) })}</p>}
      <Legend ctx={ctx} states={states} />
      {left > 0 && (
        <p>
          <a href={looking.to('/khong-ap-dung', choice.group === null ? {} : { nhom: choice.group })}>
            {t('board.room.without', { count: left })}
          </a>
        </p>
      )}
      {own > 0 && (
        <p>
          <a href={`${looking.desk}/tieu-chi-rieng`}>{t('criterion.own.ofUnits', { count: own })}</a>
        </p>
      )}
      {shown.length === 0 ? (
        <p>{t('board.room.empty')}</p>
      ) : (
        <section class="board-scroll" tabindex={0} aria-label={t('board.room.title')}>
          <table class="board">
            <thead>
              <tr>
                <th scope="col" rowspan={beside ? 2 : undefined}>
                  {t('board.room.unit')}
                </th>
                {columns.map(({ target: { code, name } }) => (
                  <th scope="col" colspan={beside ? 2 : undefined}>
                    <a href={looking.to(`/chi-tieu/${code}`)}>{name}</a>
                  </th>
                ))}
                <th scope="col" rowspan={beside ? 2 : undefined}>
                  {t('board.room.reached')}
                </th>
              </tr>
              {beside && (
                <tr class="periods">
                  {columns.map(() =>
                    boards.map(({ period }) => <th scope="col">{shortPeriod(periodName(period, t))}</th>),
                  )}
                </tr>
              )}
            </thead>
            {groups.map(group => {
              const members = shown.filter(({ row }) => row.group === group)
              const isFolded = shown.length > longest && !choice.open.includes(group) && choice.group === null
              return (
                <tbody>
                  <tr class="group">
                    <th scope="rowgroup">
                      {shown.length > longest && choice.group === null ? (
                        <a href={folding(looking, choice, group)} aria-expanded={isFolded ? 'false' : 'true'}>
                          {groupName(ctx, group)} ({members.length})
                        </a>
                      ) : (
                        groupName(ctx, group)
                      )}
                    </th>
                    {columns.map(({ target, at }) =>
                      boards.map((one, nth) => {
                        const cells = one.rows.flatMap(row => (row.group === group && row.cells[at]) || [])
                        const own = `/chi-tieu/${target.code}`
                        const to = (more: Record<string, string>) =>
                          (lookings[nth] ?? looking).to(own, { ...more, nhom: group })
                        return (
                          <td>
                            <Total {...{ ctx, cells, target, href: to, isNumbers: choice.isNumbers }} />
                          </td>
                        )
                      }),
                    )}
                    <td />
                  </tr>
                  {!isFolded &&
                    members.map(({ row, rows }) => <Row {...{ ctx, row, rows, columns, choice, lookings, looking }} />)}
                </tbody>
              )
            })}
            <tfoot>
              <tr>
                <th scope="row">{t('board.room.total')}</th>
                {columns.map(({ target }) =>
                  boards.map((one, nth) => {
                    const to = (more: Record<string, string>) =>
                      (lookings[nth] ?? looking).to(`/chi-tieu/${target.code}`, {
                        ...more,
                        ...(choice.group === null ? {} : { nhom: choice.group }),
                      })
                    const cells = columnOf(one, target.code)
                    return (
                      <td>
                        <Total {...{ ctx, cells, target, href: to, isNumbers: choice.isNumbers }} />
                      </td>
                    )
                  }),
                )}
                <td />
              </tr>
            </tfoot>
          </table>
        </section>
      )}
      {width === 0 && shown.length > 0 && <p>{t('board.room.empty')}</p>}
    </>
  )
}

interface RowProps {
  ctx: Ctx
  row: BoardRow
  /** One for each period; none where the unit is not there in it. */
  rows: readonly (BoardRow | undefined)[]
  columns: readonly { at: number }[]
  choice: Choice
  lookings: readonly Looking[]
  looking: Looking
}

function Row({ ctx, row, rows, columns, choice, lookings, looking }: RowProps) {
  const own = `/don-vi/${encodeURIComponent(row.unitCode)}`
  const { field, agency } = choice
  const narrow = { ...(field ? { 'linh-vuc': field } : {}), ...(agency ? { 'co-quan': agency } : {}) }
  return (
    <tr>
      <th scope="row">
        <a href={looking.to(own)}>{row.unitName}</a>
      </th>
      {columns.map(({ at }) =>
        rows.map((one, nth) => {
          const cell = one?.cells[at]
          if (!cell || (choice.isOnlyOpen && !asksForSomething(cell))) return <td />
          return (
            <td title={cell.target.name}>
              <a href={cellHref(lookings[nth] ?? looking, row.unitCode, cell)}>
                <CellMark ctx={ctx} state={cell.state} />
                {choice.isNumbers && <span class="value"> {figureShown(ctx, cell)}</span>}
              </a>
            </td>
          )
        }),
      )}
      <td>{rows[0] && <Share cells={rows[0].cells} href={more => looking.to(own, { ...narrow, ...more })} />}</td>
    </tr>
  )
}

interface TotalProps {
  ctx: Ctx
  cells: readonly Cell[]
  target: Cell['target']
  isNumbers: boolean
  href(more: Record<string, string>): string
}

/** How many reached it, or with numbers what all gave together; each leads to exactly those. */
function Total({ ctx, cells, target, href, isNumbers }: TotalProps) {
  const shown = isNumbers ? sumShown(ctx, target, sumOver(target, cells)) : ''
  if (shown === '') return <Share cells={cells} href={href} />
  return (
    <a href={href({})}>
      <span class="value">{shown}</span>
    </a>
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

/** Agencies by their names. */
export function agencyName({ campaign }: Ctx, code: string): string {
  return unitName(campaign, code)
}

function folding(looking: Looking, choice: Choice, group: string): string {
  const isOpen = choice.open.includes(group)
  const open = isOpen ? choice.open.filter(code => code !== group) : [...choice.open, group]
  return looking.with(choiceWritten({ ...choice, open }))
}

/** «quý II/2024» as «quý II»: the year stands above. */
function shortPeriod(name: string): string {
  return name.replace(/\/\d{4}$/, '')
}
