import type { ActiveCampaign } from '../../campaign/active.ts'
import { wardKinds } from '../../campaign/unit-kind.ts'
import type { Ctx } from '../../contract/feature.ts'
import type { Record as StoredRecord } from '../../store/generated/client.ts'

/** Whether somebody awards at the level on a day, as the plan says (III.2). */
export function awardsOn({ plan }: ActiveCampaign, level: 'CITY' | 'COMMUNE', day: string): boolean {
  const authorities = plan.commendation.awardForms.flatMap(form => form.authorities)
  return authorities.some(one => one.level === level && (one.validFrom ?? '') <= day && day <= (one.validTo ?? '9999'))
}

export function isWard({ units }: ActiveCampaign, unitCode: string): boolean {
  return wardKinds.some(kind => kind === units.get(unitCode)?.kind)
}

/**
 * Whose chairman a nomination is put before: the City's while there is one. Since 01/07/2025 there is no district level, and of local
 * government only the chair of a ward or commune gives the Giấy khen (152/2025/NĐ-CP; law-update): what goes on to the province is put
 * before the chair of the ward that nominates. Why the other way is not taken, in words.
 */
export async function beforeWhom(ctx: Ctx, { unitCode }: StoredRecord, move: string): Promise<string | null> {
  const { campaign, today, t } = ctx
  const hasCity = awardsOn(campaign, 'CITY', today.toString())
  if (move === 'submit') return hasCity ? null : t('nomination.noCity')
  if (move !== 'submitAtWard') return null
  if (hasCity) return t('nomination.cityDecides')
  return isWard(campaign, unitCode) ? null : t('nomination.wardNominates')
}
