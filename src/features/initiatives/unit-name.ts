import type { Ctx } from '../../contract/feature.ts'

/** The unit's name, or its code when the campaign does not know the unit any more. */
export function unitName(ctx: Pick<Ctx, 'campaign'>, unitCode: string): string {
  return ctx.campaign.units.get(unitCode)?.name ?? unitCode
}

/** The office that runs the campaign, by the campaign's own data. */
export function officeName(ctx: Pick<Ctx, 'campaign'>): string {
  const code = ctx.campaign.plan.managingOffices.find(office => ctx.campaign.units.has(office))
  return code === undefined ? '' : unitName(ctx, code)
}
