import type { ActiveCampaign } from '../campaign/active.ts'
import { officeName } from '../campaign/names.ts'
import type { Translate } from '../texts.ts'

/** Why a campaign takes nothing new, or nothing at all, and where to turn. */
export function notTakenInWords(t: Translate, campaign: ActiveCampaign, day: string): string {
  const { isWritable, state, shownAs, plan, year } = campaign
  const why = !isWritable ? 'closed' : state === 'AWARDED' ? 'awarded' : 'notLaunched'
  const name = shownAs ?? `${plan.identity.name} ${year}`
  return t(`campaigns.${why}`, { name, office: officeName(campaign, day) })
}
