import type { Ctx } from '../../contract/feature.ts'

/** The unit's name, or its code when the campaign does not know the unit any more. */
export function unitName(ctx: Pick<Ctx, 'campaign'>, unitCode: string): string {
  return ctx.campaign.units.get(unitCode)?.name ?? unitCode
}
