import { periodName } from '../../campaign/period-name.ts'
import { justBefore } from '../../campaign/report-period.ts'
import type { Ctx } from '../../contract/feature.ts'
import { neighbourIn } from '../../reading/neighbour-period.ts'
import { readPeriod } from '../../reading/period.ts'
import { type Opened, whyNoPeriod } from './opened.ts'

/** «Báo cáo quý II», «kỳ trước», said at the dossier of another period. */
export function otherPeriod(ctx: Ctx, typed: string, { period }: Opened): string | null {
  if (neighbourIn(typed) === 'before') {
    const before = justBefore(period)
    return before !== null && whyNoPeriod(ctx, before) === null ? before : null
  }
  const named = readPeriod(typed, { today: ctx.today })
  return named.ok && named.value !== period && whyNoPeriod(ctx, named.value) === null ? named.value : null
}

export function noneBefore({ t }: Ctx, { period }: Opened): string {
  const before = justBefore(period)
  const [present, other] = [periodName(period, t), before === null ? '' : periodName(before, t)]
  return t('dossier.period.noneBefore', {
    period: present,
    before: other,
    context: before === null ? 'unknown' : undefined,
  })
}
