import { periodName } from '../../campaign/period-name.ts'
import type { Ctx } from '../../contract/feature.ts'
import { codesServedBy } from '../../obligations/met-by.ts'
import type { Record as StoredRecord } from '../../store/generated/client.ts'
import { targetOf } from './targets.ts'

/** The cells of the board that a report stands in: of its target, and of those that the same figure serves. */
export function countsOnBoard({ campaign, t }: Pick<Ctx, 'campaign' | 't'>, { unitCode, topic, period }: StoredRecord) {
  return codesServedBy(campaign.plan, topic).map(code => ({
    words: t('report.onBoard', { target: targetOf(campaign.plan, code)?.name ?? code, period: periodName(period, t) }),
    page: `bang-so-lieu/don-vi/${encodeURIComponent(unitCode)}/${code}?ky=${period}`,
  }))
}
