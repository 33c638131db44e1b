import { actingUnit } from '../../campaign/acting-unit.ts'
import type { ActiveCampaign } from '../../campaign/active.ts'
import { isWardKind } from '../../campaign/unit-kind.ts'
import type { Ctx } from '../../contract/feature.ts'
import { whoMayAward } from '../../law/authorities.ts'
import type { Record as StoredRecord } from '../../store/generated/client.ts'
import { type AwardLevel, awardLevels } from './form.ts'

/**
 * Whether somebody awards at the level on a day: as the plan says (III.2), and as long as the law has not put an end to it. Where no law is
 * known the plan stands.
 */
export function awardsOn({ plan }: ActiveCampaign, level: 'CITY' | 'COMMUNE', day: string): boolean {
  const authorities = plan.commendation.awardForms.flatMap(form => form.authorities)
  const isPlanned = authorities.some(
    one => one.level === level && (one.validFrom ?? '') <= day && day <= (one.validTo ?? '9999'),
  )
  const lawful = whoMayAward(day, level === 'CITY' ? 'CITY' : 'WARD')
  return isPlanned && (lawful.held || lawful.why.code !== 'ended')
}

/**
 * At which levels a unit may nominate on a day: the City's while somebody awards there, the own one of a ward or commune, the province's
 * through either of these two, for nobody else puts anything before it (plan III.2, IV.1). None: the ward nominates for what belongs to it.
 */
export function levelsOpenTo(campaign: ActiveCampaign, unitCode: string, day: string): AwardLevel[] {
  const hasCity = awardsOn(campaign, 'CITY', day)
  const isOfWard = isWard(campaign, unitCode)
  const open = { CITY: hasCity, PROVINCE: hasCity || isOfWard, WARD: isOfWard && awardsOn(campaign, 'COMMUNE', day) }
  return awardLevels.filter(level => open[level])
}

/** Why a unit cannot nominate at all on the day, in words. */
export function notNominatedBy({ campaign, today, t }: Ctx, unitCode: string): string | null {
  return levelsOpenTo(campaign, unitCode, today.toString()).length > 0 ? null : t('nomination.wardBegins')
}

export function isWard({ units }: ActiveCampaign, unitCode: string): boolean {
  return isWardKind(units.get(unitCode)?.kind ?? '')
}

/**
 * Whose chairman a nomination is put before: the City's while there is one. Since 01/07/2025 there is no district level, and of local
 * government only the chair of a ward or commune gives the Giấy khen (152/2025/NĐ-CP; law-update): what goes on to the province is put
 * before the chair of the ward that nominates. Why the other way is not taken, in words.
 */
export async function beforeWhom(ctx: Ctx, { unitCode, topic }: StoredRecord, move: string): Promise<string | null> {
  const { campaign, today, t } = ctx
  if (move === 'approve') {
    const open = levelsOpenTo(campaign, actingUnit(campaign, unitCode, today.toString()), today.toString())
    return open.some(level => level === topic) ? null : levelClosed(ctx, topic)
  }
  const hasCity = awardsOn(campaign, 'CITY', today.toString())
  if (move === 'submit') return hasCity ? null : t('nomination.noCity')
  if (move !== 'submitAtWard') return null
  if (hasCity) return t('nomination.cityDecides')
  return isWard(campaign, unitCode) ? null : t('nomination.wardNominates')
}

/** That nobody awards any more at the level that was chosen, and what to do. */
export function levelClosed({ t }: Pick<Ctx, 't'>, level: string): string {
  return t('nomination.levelClosed', { level: t(`nomination.levels.${level}`) })
}
