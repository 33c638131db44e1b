import { unitName } from '../../campaign/names.ts'
import { periodName } from '../../campaign/period-name.ts'
import { provisionalDuties } from '../../campaign/provisional.ts'
import type { Dated } from '../../contract/dated.ts'
import type { Ctx } from '../../contract/feature.ts'
import { expectedOn } from '../../obligations/overdue.ts'
import { formatDate } from '../../reading/format.ts'
import type { Obligation } from '../../store/generated/client.ts'
import { owedByMyUnits } from './store.ts'

/** What the units of this person still owe, each on its day; a day that is only expected says so. */
export async function datesOwed(ctx: Ctx): Promise<Dated[]> {
  const owed = await owedByMyUnits(ctx)
  return owed.map(obligation => dated(ctx, obligation))
}

function dated({ t, campaign }: Ctx, obligation: Obligation): Dated {
  const { id, dutyCode, period, unitCode, state } = obligation
  const duty = campaign.plan.duties.find(({ code }) => code === dutyCode)
  const day = expectedOn(obligation)
  const isTentative = provisionalDuties(campaign.plan).includes(dutyCode)
  const what = `${duty?.name ?? dutyCode}${period === '' ? '' : ` (${periodName(period, t)})`}`
  const withHead = state === 'WITH_HEAD' ? ` – ${t('calendar.withHead')}` : ''
  const title = `${what} – ${unitName(campaign, unitCode)}${withHead}`
  return {
    ...{ id, day, isTentative },
    title: isTentative ? t('calendar.expected', { title }) : title,
    more: t('calendar.due', { day: formatDate(day), legal: duty?.legalText ?? '' }),
  }
}
