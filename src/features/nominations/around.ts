import type { ActiveCampaign } from '../../campaign/active.ts'

/**
 * The unit right above and those right below: since 01/07/2025 a ward nominates the people of its departments, whom agencies list at either.
 */
export function unitsAround({ units }: Pick<ActiveCampaign, 'units'>, unitCode: string): string[] {
  const above = units.get(unitCode)?.parentCode
  const below = [...units.values()].filter(({ parentCode }) => parentCode === unitCode).map(({ code }) => code)
  return above ? [above, ...below] : below
}
