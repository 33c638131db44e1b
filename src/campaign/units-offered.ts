import type { ActiveCampaign } from './active.ts'
import { existsOn } from './unit.ts'

/** The units of a day; all that the campaign knows without one. */
export function unitsOffered({ units }: Pick<ActiveCampaign, 'units'>, day?: string) {
  const those = [...units.values()].filter(unit => day === undefined || existsOn(unit, day))
  return { units: those.map(({ code, name }) => ({ code, label: name })) }
}
