import { unitName } from '../../campaign/names.ts'
import { periodName } from '../../campaign/period-name.ts'
import type { Ctx } from '../../contract/feature.ts'
import type { ListStanding } from '../../figures/listed.ts'
import type { ReportStanding } from '../../figures/standing.ts'
import { formatDate } from '../../reading/format.ts'
import { shownFigure, shownThreshold } from '../progress/wording.ts'
import { CellMark, cellHref, figureShown, madeHref } from './cell-mark.tsx'
import type { Looking } from './looking.ts'
import type { BoardRow, BoardView, Cell } from './matrix.ts'
import { Parts, UnitLinks } from './parts.tsx'
import { listHref, reportHref } from './record-links.ts'

interface MadeProps {
  ctx: Ctx
  row: BoardRow
  cell: Cell
  view: BoardView
  looking: Looking
}

/** What one figure is made of: reports with their versions, the register, a decision; and who is behind what is missing. */
export function MadePage({ ctx, row, cell, view, looking }: MadeProps) {
  const { t } = ctx
  const { target, source, state } = cell
  const shown = figureShown(ctx, cell)
  return (
    <>
      <p class="crumbs">
        <a href={looking.to('')}>{t('board.room.title')}</a> ·{' '}
        <a href={looking.to(`/don-vi/${encodeURIComponent(row.unitCode)}`)}>{row.unitName}</a> ·{' '}
        <a href={looking.to(`/chi-tieu/${target.code}`)}>{target.name}</a>
      </p>
      <h1>{target.name}</h1>
      <p>
        {row.unitName}, {periodName(view.period, t)}
        {view.day && `. ${t('board.room.asOfDay', { day: formatDate(view.day.toString()) })}`}
      </p>
      <dl>
        <dt>{t('board.room.state')}</dt>
        <dd>
          <CellMark ctx={ctx} state={state} /> <span aria-hidden="true">{t(`board.cells.${state}`)}</span>
        </dd>
        <dt>{t('board.room.value')}</dt>
        <dd>{shown === '' ? t('board.made.nothing') : <a href={cellHref(looking, row.unitCode, cell)}>{shown}</a>}</dd>
        <dt>{t('board.room.threshold')}</dt>
        <dd>
          <a href={looking.to(`/chi-tieu/${target.code}`)}>{shownThreshold(t, target)}</a>
        </dd>
        {target.computed !== null && (
          <>
            <dt>{t('board.made.from')}</dt>
            <dd>{t(`progress.computed.${target.computed}`)}</dd>
          </>
        )}
      </dl>
      {source?.kind === 'reports' && <Reports {...{ ctx, target, reports: source.reports, looking }} />}
      {source?.kind === 'list' && (
        <Lists {...{ ctx, target, lists: source.lists, looking, href: madeHref(looking, row.unitCode, cell) }} />
      )}
      {source?.kind === 'register' && (
        <>
          <Parts
            {...{ ctx, made: source, isOfUnits: target.computed === 'subUnitsRegistered', looking }}
            href={madeHref(looking, row.unitCode, cell)}
          />
          {source.missing.length > 0 && (
            <>
              <h2>{t('board.made.without', { count: source.missing.length })}</h2>
              <UnitLinks {...{ ctx, units: source.missing, looking }} />
            </>
          )}
        </>
      )}
      {source?.kind === 'ranking' && (
        <p>
          {t('board.made.decision', {
            ...{ rank: source.entry.rank, year: source.entry.year, decision: source.entry.decision },
            ...{ group: source.entry.group, day: source.entry.decidedOn ? formatDate(source.entry.decidedOn) : '' },
            context: source.entry.decidedOn ? 'dated' : undefined,
          })}
        </p>
      )}
    </>
  )
}

interface ListsProps extends Pick<MadeProps, 'ctx' | 'looking'> {
  target: Cell['target']
  lists: readonly ListStanding[]
  /** Exactly these rows. */
  href: string
}

/** The lists that make the figure: what was received, done, done in time; of a merged unit those of the units before it, too. */
function Lists({ ctx, target, lists, looking, href }: ListsProps) {
  const { t } = ctx
  const sum = (part: 'received' | 'done' | 'kept' | 'overdue') =>
    lists.reduce((total, { counted }) => total + (counted?.[part] ?? 0), 0)
  const parts = ['received', 'done', 'kept', 'overdue'] as const
  return (
    <table class="records">
      <thead>
        <tr>
          <th scope="col">{t('board.room.unit')}</th>
          {parts.map(part => (
            <th scope="col">{t(`board.made.list.${part}`)}</th>
          ))}
          <th scope="col">{t('board.room.version')}</th>
        </tr>
      </thead>
      <tbody>
        {lists.map(one => (
          <tr>
            <th scope="row">{unitName(ctx.campaign, one.unitCode)}</th>
            {parts.map(part => (
              <td data-label={t(`board.made.list.${part}`)}>
                <a href={listHref(ctx, looking, target.code, one)}>{one.counted?.[part] ?? 0}</a>
              </td>
            ))}
            <td data-label={t('board.room.version')}>
              <a href={listHref(ctx, looking, target.code, one)}>{one.version}</a>
            </td>
          </tr>
        ))}
      </tbody>
      {lists.length > 1 && (
        <tfoot>
          <tr>
            <th scope="row">{t('board.room.total')}</th>
            {parts.map(part => (
              <td data-label={t(`board.made.list.${part}`)}>
                <a href={href}>{sum(part)}</a>
              </td>
            ))}
            <td />
          </tr>
        </tfoot>
      )}
    </table>
  )
}

interface ReportsProps extends Pick<MadeProps, 'ctx' | 'looking'> {
  target: Cell['target']
  reports: readonly ReportStanding[]
}

/** The reports that make the figure; of a merged unit those of the units that it took the place of. */
function Reports({ ctx, target, reports, looking }: ReportsProps) {
  const { t } = ctx
  return (
    <table class="records">
      <thead>
        <tr>
          {['unit', 'period', 'value', 'version', 'asOf'].map(name => (
            <th scope="col">{t(`board.room.${name}`)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {reports.map(({ recordId, unitCode, period, figure, version, asOf }) => (
          <tr>
            <th scope="row">{unitName(ctx.campaign, unitCode)}</th>
            <td data-label={t('board.room.period')}>{periodName(period, t)}</td>
            <td data-label={t('board.room.value')}>
              <a href={reportHref(ctx, looking, recordId)}>{figure ? shownFigure(t, target, figure) : ''}</a>
            </td>
            <td data-label={t('board.room.version')}>
              <a href={reportHref(ctx, looking, recordId)}>{version}</a>
            </td>
            <td data-label={t('board.room.asOf')}>{asOf ? formatDate(asOf) : ''}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
