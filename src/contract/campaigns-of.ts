import { withFormer } from '../campaign/acting-unit.ts'
import type { ActiveCampaign, Campaigns } from '../campaign/active.ts'
import { competes } from '../campaign/competing.ts'
import { reachOf } from '../people/may.ts'
import type { Person } from '../people/person.ts'

/**
 * The campaigns in which something can be done for this person now, in the order of their beginning: open, begun (unless none has), and
 * theirs. Never empty while one is open: of one campaign alone, nobody is ever asked.
 */
export function campaignsOf(person: Person, among: Campaigns, day: string): readonly ActiveCampaign[] {
  if (among.open.length <= 1) return among.open
  const own = ownOf(person, among.open, day)
  const begun = own.filter(({ startsOn }) => startsOn.toString() <= day)
  return begun.length > 0 ? begun : own
}

/** Those that the person may look at: the open ones that are theirs, begun or not, then the closed ones, the last first. */
export function readableBy(person: Person, among: Campaigns, day: string): readonly ActiveCampaign[] {
  return [...ownOf(person, among.open, day), ...ownOf(person, among.closed, day)]
}

/** The campaign of a visit: the one that was chosen, if it is theirs to see; else the last of theirs. */
export function campaignFor(
  person: Person | null,
  among: Campaigns,
  chosen: string | null,
  day: string,
): ActiveCampaign {
  if (!person) return among.main
  const wanted = chosen === null ? undefined : readableBy(person, among, day).find(({ id }) => id === chosen)
  return wanted ?? campaignsOf(person, among, day).at(-1) ?? among.main
}

/** A campaign is the business of whoever sees all units, and of those whose unit, or one that it goes on for, competes or has a part in it. */
function ownOf(person: Person, campaigns: readonly ActiveCampaign[], day: string): readonly ActiveCampaign[] {
  if (campaigns.length <= 1) return campaigns
  const own = campaigns.filter(campaign => hasPart(person, campaign, day))
  return own.length > 0 ? own : campaigns
}

function hasPart(person: Person, campaign: ActiveCampaign, day: string): boolean {
  if (reachOf(person, 'campaign.see').isEverywhere || reachOf(person, 'unit.see').isEverywhere) return true
  const { plan, units } = campaign
  const codes = withFormer(
    campaign,
    person.roles.map(({ unitCode }) => unitCode),
    day,
  )
  const named = new Set([...plan.managingOffices, ...plan.commendation.appraisers.units])
  return codes.some(code => {
    const unit = units.get(code)
    return named.has(code) || (unit !== undefined && competes(plan, unit))
  })
}
