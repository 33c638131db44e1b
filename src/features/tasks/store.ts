import { withFormer } from '../../campaign/acting-unit.ts'
import { isUnderWay } from '../../campaign/states.ts'
import type { Ctx } from '../../contract/feature.ts'
import { unitsWhere } from '../../people/person.ts'
import type { Obligation } from '../../store/generated/client.ts'

/**
 * What the units of this person owe, with what ended units left to them, nearest first. Members without a duty for the unit owe nothing
 * here; of a campaign that takes nothing new, only what came back is owed.
 */
export function owedByMyUnits(ctx: Ctx): Promise<Obligation[]> {
  const units = unitsWhere(ctx.person, 'CLERK', 'HEAD', 'WARD_CHAIR')
  return ctx.tx.obligation.findMany({
    where: {
      campaignId: ctx.campaign.id,
      unitCode: { in: withFormer(ctx.campaign, units, ctx.today.toString()) },
      state: { in: ['OPEN', 'WITH_HEAD'] },
      ...(takesNothingNew(ctx) ? { returnedOn: { not: null } } : {}),
    },
    orderBy: [{ dueOn: 'asc' }, { dutyCode: 'asc' }, { unitCode: 'asc' }],
  })
}

/** It may be written in, and is not under way: what was handed in is corrected, and nothing else. */
export function takesNothingNew({ campaign }: Pick<Ctx, 'campaign'>): boolean {
  return campaign.isWritable && !isUnderWay(campaign)
}
