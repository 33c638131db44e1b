import type { ActiveCampaign } from '../../campaign/active.ts'
import { nameWithWard, postAt } from '../../campaign/names.ts'
import type { Ctx } from '../../contract/feature.ts'
import { type Nominee, nomineesOf } from '../nominations/nominees.ts'
import type { Scope } from './scope.ts'

/** A nominee of a list, and whether this person may decide on them. */
export interface Candidate extends Nominee {
  /** It is their own case, or they handed it in: somebody else decides. */
  isOwn: boolean
}

const waiting = { CITY: 'SUBMITTED_TO_CHAIR', WARD: 'WITH_WARD_CHAIR' } as const

/** The nominees that wait for the decision: collectives first, as the list of a decision names them. */
export async function candidatesOf(ctx: Ctx, scope: Scope): Promise<Candidate[]> {
  const { tx, campaign, person } = ctx
  const nominees = await nomineesOf(tx, {
    ...{ campaignId: campaign.id, states: [waiting[scope.level]] },
    ...(scope.unitCode === null ? {} : { unitCode: scope.unitCode }),
  })
  const recordIds = nominees.map(({ recordId }) => recordId)
  const own = await tx.record.findMany({ where: { id: { in: recordIds }, authorId: person.id }, select: { id: true } })
  const handedIn = new Set(own.map(({ id }) => id))
  const order = { COLLECTIVE: 0, INDIVIDUAL: 1 } as const
  return nominees
    .map(one => ({ ...one, isOwn: one.personId === person.id || handedIn.has(one.recordId) }))
    .sort((one, other) => order[one.kind] - order[other.kind])
}

/** Post and unit, as lists say them behind the name; of a unit itself nothing is said twice. */
export function whereOf(
  campaign: Pick<ActiveCampaign, 'units'>,
  { name, position, ofUnit }: Pick<Nominee, 'name' | 'position' | 'ofUnit'>,
): string {
  const unit = nameWithWard(campaign, ofUnit)
  return unit === name ? position : postAt(position, unit)
}

/** Whether the decision puts a nominee before the province, which awards. */
export function sendsOn(scope: Scope, nominee: Pick<Nominee, 'level'>): boolean {
  return ['sendToProvince', 'sendToProvinceAtWard'].includes(leadsTo(scope, nominee).yes)
}

/** Where a nominee goes when chosen, and when not. */
export function leadsTo(scope: Scope, { level }: Pick<Nominee, 'level'>): { yes: string; no: string } {
  const isForProvince = level === 'PROVINCE'
  if (scope.level === 'WARD')
    return { yes: isForProvince ? 'sendToProvinceAtWard' : 'awardAtWard', no: 'notAwardAtWard' }
  return { yes: isForProvince ? 'sendToProvince' : 'award', no: 'notAward' }
}
