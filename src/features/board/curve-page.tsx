import { monthEnd } from '../../campaign/calendar.ts'
import { unitName } from '../../campaign/names.ts'
import type { Ctx } from '../../contract/feature.ts'
import { may } from '../../people/may.ts'
import { formatDate, formatMoneyShort, formatPercent } from '../../reading/format.ts'
import { type Pilot, pilotsOf } from '../forecast/pilot.ts'
import type { Point } from '../forecast/series.ts'
import { seriesByUnit } from '../forecast/store.ts'
import { DESK_PATH } from '../forecast/verdicts.ts'
import { totalOf } from './curve.ts'
import { Curve } from './curve-drawing.tsx'
import type { Looking } from './looking.ts'

/** What one pilot's curves are drawn from. */
export interface Curves {
  pilot: Pilot
  days: readonly string[]
  units: readonly { unitCode: string; points: readonly Point[] }[]
  total: readonly Point[]
}

/** The paid-out sums of the units that this person may see, and of all of them together at each month's end until today. */
export async function curvesOf(ctx: Ctx): Promise<Curves[]> {
  const { campaign, tx, today } = ctx
  const found: Curves[] = []
  for (const pilot of pilotsOf(campaign)) {
    const series = await seriesByUnit(tx, campaign, pilot)
    const units = [...series]
      .filter(([unitCode]) => may(ctx.person, 'unit.see', { unitCode }))
      .map(([unitCode, points]) => ({ unitCode, points: points.filter(({ day }) => day <= today.toString()) }))
      .toSorted((a, b) => unitName(campaign, a.unitCode).localeCompare(unitName(campaign, b.unitCode), 'vi'))
    const days = [...monthEnds(campaign.year).filter(day => day < today.toString()), today.toString()]
    found.push({
      ...{ pilot, days, units },
      total: totalOf(
        units.map(({ points }) => points),
        days,
      ),
    })
  }
  return found
}

function monthEnds(year: number): string[] {
  return Array.from({ length: 12 }, (_, at) => monthEnd(year, at + 1).toString())
}

/** Disbursement of all and of each unit against its marks, each with the table that it is drawn from. */
export function CurvePage({ ctx, curves, looking }: { ctx: Ctx; curves: readonly Curves[]; looking: Looking }) {
  const { t } = ctx
  return (
    <>
      <p class="crumbs">
        <a href={looking.to('')}>{t('board.room.title')}</a>
      </p>
      <h1>{t('board.curve.title')}</h1>
      {curves.every(({ units }) => units.length === 0) && <p>{t('board.curve.nothing')}</p>}
      {curves.map(({ pilot, total, units }) => {
        const drawn = { milestones: pilot.milestones, from: pilot.countsFrom, to: pilot.milestones.at(-1)?.dueOn ?? '' }
        return units.length === 0 ? null : (
          <>
            <h2>{t('board.curve.total')}</h2>
            <div class="curve-beside">
              <Curve {...{ ...drawn, points: total, label: t('board.curve.totalWords'), width: 560, height: 280 }} />
              <Table {...{ ctx, points: total }} />
            </div>
            <h2>{t('board.curve.units')}</h2>
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
                  const last = points.at(-1)
                  const name = unitName(ctx.campaign, unitCode)
                  const own = `${looking.desk}/${DESK_PATH}/${encodeURIComponent(`${unitCode}.${pilot.code}`)}`
                  return (
                    <tr>
                      <th scope="row">
                        <a class="open" href={own}>
                          {name}
                        </a>
                      </th>
                      <td>
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
                      <td>{last && <a href={own}>{sumOf(last)}</a>}</td>
                      <td>{last && <a href={own}>{formatPercent(last.done, last.plan)}</a>}</td>
                      <td>{last ? formatDate(last.day) : ''}</td>
                    </tr>
                  )
                })}
              </tbody>
              <tfoot>
                <tr>
                  <th scope="row">{t('board.room.total')}</th>
                  <td />
                  <td>{total.at(-1) && sumOf(total.at(-1) as Point)}</td>
                  <td />
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

function Table({ ctx: { t }, points }: { ctx: Ctx; points: readonly Point[] }) {
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
            <td>{sumOf(point)}</td>
            <td>{formatPercent(point.done, point.plan)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
