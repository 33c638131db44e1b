import { unitName } from '../../campaign/names.ts'
import type { Ctx } from '../../contract/feature.ts'
import { formatDate, formatMoneyShort, formatPercent } from '../../reading/format.ts'
import { neededPace } from '../forecast/pace.ts'
import type { Pilot } from '../forecast/pilot.ts'
import type { Point } from '../forecast/series.ts'
import { DESK_PATH } from '../forecast/verdicts.ts'
import { Curve } from './curve-drawing.tsx'
import type { Looking } from './looking.ts'
import type { Curves } from './units-curves.ts'

/** Below the board: the page, its units, its marks. */
export const CURVES = 'giai-ngan'
export const PAID = 'don-vi'
export const MARKS = 'moc'

interface CurveProps {
  ctx: Ctx
  curves: readonly Curves[]
  looking: Looking
  /** The day until which they are drawn; null: today. */
  until: string | null
}

/** Disbursement of all and of each unit against its marks, each with the table that it is drawn from. Every sum leads to its units. */
export function CurvePage({ ctx, curves, looking, until }: CurveProps) {
  const { t } = ctx
  const at = (day: string) => `${looking.to(`/${CURVES}`, { den: day })}#${PAID}`
  return (
    <>
      <p class="crumbs">
        <a href={looking.to('')}>{t('board.room.title')}</a>
      </p>
      <h1>{t('board.curve.title')}</h1>
      {until && (
        <p role="note">
          {t('board.room.asOfDay', { day: formatDate(until) })}{' '}
          <a href={looking.to(`/${CURVES}`)}>{t('board.curve.now')}</a>
        </p>
      )}
      {curves.every(({ units }) => units.length === 0) && <p>{t('board.curve.nothing')}</p>}
      {curves.map(({ pilot, total, units }) => {
        const drawn = { milestones: pilot.milestones, from: pilot.countsFrom, to: pilot.milestones.at(-1)?.dueOn ?? '' }
        const last = total.at(-1)
        return units.length === 0 ? null : (
          <>
            <h2>{t('board.curve.total')}</h2>
            <div class="curve-beside">
              <Curve {...{ ...drawn, points: total, label: t('board.curve.totalWords'), width: 560, height: 280 }} />
              <Table {...{ ctx, points: total, at }} />
            </div>
            {last && <Marks {...{ ctx, pilot, last, until, looking }} />}
            <h2 id={PAID}>{t('board.curve.units')}</h2>
            <table class="records">
              <thead>
                <tr>
                  {['unit', 'curve', 'sum', 'share', 'day'].map(name => (
                    <th scope="col">{t(`board.curve.${name}`)}</th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {units.map(({ unitCode, points }) => {
                  const given = points.at(-1)
                  const name = unitName(ctx.campaign, unitCode)
                  const own = `${looking.desk}/${DESK_PATH}/${encodeURIComponent(`${unitCode}.${pilot.code}`)}`
                  return (
                    <tr>
                      <th scope="row">
                        <a class="open" href={own}>
                          {name}
                        </a>
                      </th>
                      <td data-label={t('board.curve.curve')}>
                        <Curve
                          {...{
                            ...drawn,
                            points,
                            label: t('board.curve.words', { unit: name }),
                            width: 160,
                            height: 56,
                          }}
                        />
                      </td>
                      <td data-label={t('board.curve.sum')}>{given && <a href={own}>{sumOf(given)}</a>}</td>
                      <td data-label={t('board.curve.share')}>
                        {given && <a href={own}>{formatPercent(given.done, given.plan)}</a>}
                      </td>
                      <td data-label={t('board.curve.day')}>{given ? formatDate(given.day) : ''}</td>
                    </tr>
                  )
                })}
              </tbody>
              <tfoot>
                <tr>
                  <th scope="row">{t('board.room.total')}</th>
                  <td />
                  <td data-label={t('board.curve.sum')}>{last && <a href={at(last.day)}>{sumOf(last)}</a>}</td>
                  <td data-label={t('board.curve.share')}>
                    {last && <a href={at(last.day)}>{formatPercent(last.done, last.plan)}</a>}
                  </td>
                  <td />
                </tr>
              </tfoot>
            </table>
          </>
        )
      })}
    </>
  )
}

function sumOf({ done, plan }: Point): string {
  return `${formatMoneyShort(done)} / ${formatMoneyShort(plan)}`
}

function Table({ ctx: { t }, points, at }: { ctx: Ctx; points: readonly Point[]; at(day: string): string }) {
  return (
    <table class="records">
      <thead>
        <tr>
          {['day', 'sum', 'share'].map(name => (
            <th scope="col">{t(`board.curve.${name}`)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {points.map(point => (
          <tr>
            <th scope="row">{formatDate(point.day)}</th>
            <td data-label={t('board.curve.sum')}>
              <a href={at(point.day)}>{sumOf(point)}</a>
            </td>
            <td data-label={t('board.curve.share')}>
              <a href={at(point.day)}>{formatPercent(point.done, point.plan)}</a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface MarksProps {
  ctx: Ctx
  pilot: Pilot
  last: Point
  until: string | null
  looking: Looking
}

/** What each mark asks for, what is paid out of it, what is still missing. */
function Marks({ ctx: { t, today }, pilot, last, until, looking }: MarksProps) {
  const own = looking.to(`/${CURVES}`, until ? { den: until } : {})
  const on = until ?? today.toString()
  return (
    <>
      <h2 id={MARKS}>{t('board.curve.marks')}</h2>
      <table class="records">
        <thead>
          <tr>
            {['mark', 'wanted', 'done', 'missing', 'due'].map(name => (
              <th scope="col">{t(`board.curve.${name}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {pilot.milestones.map(milestone => {
            const pace = neededPace(last, milestone, on)
            const missing = pace.is === 'reached' ? 0n : pace.missing
            const wanted = pace.is === 'reached' ? (BigInt(milestone.percent) * last.plan) / 100n : last.done + missing
            return (
              <tr>
                <th scope="row">
                  <a href={looking.to(`/chi-tieu/${milestone.code}`)}>{milestone.percent}%</a>
                </th>
                <td data-label={t('board.curve.wanted')}>
                  <a href={`${own}#${MARKS}`}>{formatMoneyShort(wanted)}</a>
                </td>
                <td data-label={t('board.curve.done')}>
                  <a href={`${own}#${PAID}`}>{formatMoneyShort(last.done)}</a>
                </td>
                <td data-label={t('board.curve.missing')}>
                  <a href={`${own}#${MARKS}`}>{formatMoneyShort(missing)}</a>
                </td>
                <td data-label={t('board.curve.due')}>{formatDate(milestone.dueOn)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </>
  )
}
