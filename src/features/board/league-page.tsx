import { periodName } from '../../campaign/period-name.ts'
import type { Ctx } from '../../contract/feature.ts'
import { formatPercent } from '../../reading/format.ts'
import { groupName, Share } from './board-page.tsx'
import { leagueOf } from './league.ts'
import type { Looking } from './looking.ts'
import type { Board, BoardView } from './matrix.ts'

interface LeagueProps {
  ctx: Ctx
  board: Board
  view: BoardView
  looking: Looking
}

/** Units beside those of their own group only, by the share of their targets that they have reached. */
export function LeaguePage({ ctx, board, view, looking }: LeagueProps) {
  const { t } = ctx
  const groups = [...new Set(board.rows.map(({ group }) => group))].toSorted()
  return (
    <>
      <p class="crumbs">
        <a href={looking.to('')}>{t('board.room.title')}</a>
      </p>
      <h1>{t('board.league.title')}</h1>
      <p>{t('board.league.lead', { period: periodName(view.period, t) })}</p>
      {groups.map(group => {
        const placed = leagueOf(board.rows.filter(row => row.group === group))
        return placed.length === 0 ? null : (
          <>
            <h2>{groupName(ctx, group)}</h2>
            <table class="records">
              <thead>
                <tr>
                  {['place', 'unit', 'reached', 'share'].map(name => (
                    <th scope="col">{t(`board.league.${name}`)}</th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {placed.map(({ row, place, reached, applying }) => {
                  const own = `/don-vi/${encodeURIComponent(row.unitCode)}`
                  return (
                    <tr>
                      <td data-label={t('board.league.place')}>
                        {place === null ? t('board.league.none') : t('board.league.nth', { place })}
                      </td>
                      <th scope="row">
                        <a class="open" href={looking.to(own)}>
                          {row.unitName}
                        </a>
                      </th>
                      <td data-label={t('board.league.reached')}>
                        <Share cells={row.cells} href={more => looking.to(own, more)} />
                      </td>
                      <td data-label={t('board.league.share')}>
                        <a href={looking.to(own)}>{formatPercent(BigInt(reached), BigInt(applying))}</a>
                      </td>
                    </tr>
                  )
                })}
              </tbody>
            </table>
          </>
        )
      })}
    </>
  )
}
