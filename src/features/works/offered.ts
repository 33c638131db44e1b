import type { ActiveCampaign } from '../../campaign/active.ts'
import { existsOn } from '../../campaign/unit.ts'
import type { WorkParams } from './form.ts'

/** What the form lets choose from: genres and topics of the plan, the units of a day (all that the campaign knows without one). */
export function offeredBy({ plan, units }: Pick<ActiveCampaign, 'plan' | 'units'>, day?: string): WorkParams {
  return {
    genres: plan.workGenres.map(({ code, name }) => ({ code, label: name })),
    topics: plan.workTopics.map(({ code, name, target, opensFollowUp }) => ({
      ...{ code, label: name, target, opensFollowUp },
    })),
    units: [...units.values()]
      .filter(unit => day === undefined || existsOn(unit, day))
      .map(({ code, name }) => ({ code, label: name })),
  }
}
