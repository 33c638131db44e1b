import type { LaunchDocument } from '../../store/generated/client.ts'
import type { Ctx } from '../feature.ts'

/** The launch document of a unit in this campaign, if there is one. */
export function documentOf(ctx: Ctx, unitCode: string): Promise<LaunchDocument | null> {
  return ctx.tx.launchDocument.findUnique({ where: { campaignId_unitCode: { campaignId: ctx.campaign.id, unitCode } } })
}

export function unitName(ctx: Ctx, unitCode: string): string {
  return ctx.campaign.units.get(unitCode)?.name ?? unitCode
}
