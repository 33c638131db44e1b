import type { Ctx } from '../../contract/feature.ts'
import { unitsWhere } from '../../people/person.ts'
import type { Obligation } from '../../store/generated/client.ts'

/** What the units of this person owe, nearest first. Members without a duty for the unit owe nothing here. */
export function owedByMyUnits(ctx: Ctx): Promise<Obligation[]> {
  return ctx.tx.obligation.findMany({
    where: {
      campaignId: ctx.campaign.id,
      unitCode: { in: unitsWhere(ctx.person, 'CLERK', 'HEAD', 'WARD_CHAIR') },
      state: { in: ['OPEN', 'WITH_HEAD'] },
    },
    orderBy: [{ dueOn: 'asc' }, { dutyCode: 'asc' }, { unitCode: 'asc' }],
  })
}
