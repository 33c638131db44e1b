import type { ActiveCampaign, CampaignUnit } from './active.ts'
import { existsOn } from './unit.ts'

/** The unit's name. A renamed or merged unit is a unit of its own, so that the name is that of its days; a code that nobody knows stays one. */
export function unitName({ units }: Pick<ActiveCampaign, 'units'>, code: string): string {
  return units.get(code)?.name ?? code
}

/** The office that collects, by its name of the day. */
export function officeName(campaign: Pick<ActiveCampaign, 'plan' | 'units'>, day: string): string {
  return officeOn(campaign, day)?.name ?? ''
}

/** Of the offices that the plan names, the one of the day: when one was renamed, it names both. */
export function officeOn(
  { plan, units }: Pick<ActiveCampaign, 'plan' | 'units'>,
  day: string,
): CampaignUnit | undefined {
  const offices = plan.managingOffices.flatMap(code => units.get(code) ?? [])
  return offices.find(unit => existsOn(unit, day)) ?? offices[0]
}
