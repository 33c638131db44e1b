import { withFormer } from '../../campaign/acting-unit.ts'
import type { Ctx } from '../../contract/feature.ts'
import { unitsWhere } from '../../people/person.ts'
import type { Obligation } from '../../store/generated/client.ts'

/** What the units of this person owe, with what ended units left to them, nearest first. Members without a duty for the unit owe nothing here. */
export function owedByMyUnits(ctx: Ctx): Promise<Obligation[]> {
  const units = unitsWhere(ctx.person, 'CLERK', 'HEAD', 'WARD_CHAIR')
  return ctx.tx.obligation.findMany({
    where: {
      campaignId: ctx.campaign.id,
      unitCode: { in: withFormer(ctx.campaign, units, ctx.today.toString()) },
      state: { in: ['OPEN', 'WITH_HEAD'] },
    },
    orderBy: [{ dueOn: 'asc' }, { dutyCode: 'asc' }, { unitCode: 'asc' }],
  })
}
