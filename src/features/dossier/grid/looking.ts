import { periodName } from '../../../campaign/period-name.ts'
import { spanOf } from '../../../campaign/report-period.ts'
import type { Ctx } from '../../../contract/feature.ts'
import { periodsWithin } from '../../../figures/period-within.ts'
import { reportRights } from '../../../figures/rights.ts'
import { reachOf } from '../../../people/may.ts'
import { unitName } from '../../progress/unit-name.ts'
import { whyNoPeriod } from '../opened.ts'
import { plausible } from '../plausible.ts'

/** The unit and period that a page is about, and those that may be chosen. */
export interface Place {
  unit: string
  period: string
  units: readonly { value: string; label: string }[]
  periods: readonly { value: string; label: string }[]
}

/** What is asked for by the address or the form; null: this person reports for no unit, or not for that one. */
export async function placeIn(ctx: Ctx, asked: (name: string) => string | null): Promise<Place | null> {
  const units = reachOf(ctx.person, reportRights.write).units
  const unit = asked('dv') ?? units[0]
  if (unit === undefined || !units.includes(unit)) return null
  const wanted = asked('ky')
  const isOpen = wanted !== null && whyNoPeriod(ctx, wanted) === null
  const period = isOpen ? wanted : ((await plausible(ctx, unit)).at(0) ?? '')
  const whole = {
    from: ctx.campaign.startsOn.with({ month: 1, day: 1 }).toString(),
    to: ctx.campaign.endsOn.toString(),
  }
  const known = periodsWithin(whole).filter(
    code => whyNoPeriod(ctx, code) === null && /-Q\d$|-\d\d$|^\d{4}$/.test(code),
  )
  return {
    ...{ unit, period },
    units: units.map(value => ({ value, label: unitName(ctx, value) })),
    periods: known
      .toSorted((a, b) => (spanOf(a)?.to ?? '').localeCompare(spanOf(b)?.to ?? '') || a.localeCompare(b))
      .map(value => ({ value, label: periodName(value, ctx.t) })),
  }
}
