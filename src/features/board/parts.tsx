import { unitName } from '../../campaign/names.ts'
import type { Ctx } from '../../contract/feature.ts'
import type { Computed } from '../../figures/computed.ts'
import { formatNumber } from '../../reading/format.ts'
import type { Looking } from './looking.ts'

interface PartsProps {
  ctx: Ctx
  made: Pick<Computed, 'parts'>
  looking: Looking
  /** Each part is one unit with an initiative or without; otherwise it is so many initiatives. */
  isOfUnits?: boolean
  /** Exactly the rows of it. */
  href: string
}

/** What a computed figure is made of, unit by unit; the last row is the figure. */
export function Parts({ ctx, made: { parts }, isOfUnits = false, looking, href }: PartsProps) {
  const { t } = ctx
  const sum = (part: 'numerator' | 'denominator') => parts.reduce((total, one) => total + one[part], 0n)
  return (
    <table class="records">
      <thead>
        <tr>
          <th scope="col">{t('board.room.unit')}</th>
          <th scope="col">{t('board.made.part')}</th>
          <th scope="col">{t('board.made.of')}</th>
        </tr>
      </thead>
      <tbody>
        {parts.map(({ unitCode, numerator, denominator }) => (
          <tr>
            <th scope="row">
              <a class="open" href={looking.to(`/don-vi/${encodeURIComponent(unitCode)}`)}>
                {unitName(ctx.campaign, unitCode)}
              </a>
            </th>
            <td data-label={t('board.made.part')}>
              <a href={registerHref(looking, unitCode, isOfUnits ? 'counted' : 'effective')}>
                {formatNumber(numerator)}
              </a>
            </td>
            <td data-label={t('board.made.of')}>
              <a href={registerHref(looking, unitCode, 'counted')}>{formatNumber(denominator)}</a>
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('board.room.total')}</th>
          <td data-label={t('board.made.part')}>
            <a href={href}>{formatNumber(sum('numerator'))}</a>
          </td>
          <td data-label={t('board.made.of')}>
            <a href={href}>{formatNumber(sum('denominator'))}</a>
          </td>
        </tr>
      </tfoot>
    </table>
  )
}

/** What the unit has registered, or what of it is applied with effect. */
function registerHref({ desk }: Looking, unitCode: string, state: 'counted' | 'effective'): string {
  return `${desk}/sang-kien?${new URLSearchParams({ state, unit: unitCode })}`
}

/** Units by name, each leading to its page. */
export function UnitLinks({ ctx, units, looking }: { ctx: Ctx; units: readonly string[]; looking: Looking }) {
  return (
    <ul class="unit-links">
      {units.map(code => (
        <li>
          <a href={looking.to(`/don-vi/${encodeURIComponent(code)}`)}>{unitName(ctx.campaign, code)}</a>
        </li>
      ))}
    </ul>
  )
}
