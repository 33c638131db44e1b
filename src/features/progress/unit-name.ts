import { unitName as nameOf } from '../../campaign/names.ts'
import type { Ctx } from '../../contract/feature.ts'

export function unitName(ctx: Pick<Ctx, 'campaign'>, unitCode: string): string {
  return nameOf(ctx.campaign, unitCode)
}
