import type { ActiveCampaign } from './active.ts'
import { existsOn } from './unit.ts'

/** The unit's name. A renamed or merged unit is a unit of its own, so that the name is that of its days; a code that nobody knows stays one. */
export function unitName({ units }: Pick<ActiveCampaign, 'units'>, code: string): string {
  return units.get(code)?.name ?? code
}

/** The office that collects, by its name of the day. */
export function officeName({ plan, units }: Pick<ActiveCampaign, 'plan' | 'units'>, day: string): string {
  const offices = plan.managingOffices.flatMap(code => units.get(code) ?? [])
  return (offices.find(unit => existsOn(unit, day)) ?? offices[0])?.name ?? ''
}
