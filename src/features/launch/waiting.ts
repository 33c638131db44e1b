import { may, mayEver } from '../../people/may.ts'
import { unitsWhere } from '../../people/person.ts'
import type { Ctx, Waiting } from '../feature.ts'
import { unitName } from './store.ts'

/** Documents that wait for this head's approval or this officer's decision. */
export async function waitingDocuments(ctx: Ctx): Promise<Waiting[]> {
  const units = unitsWhere(ctx.person, 'HEAD', 'WARD_CHAIR')
  const documents = await ctx.tx.launchDocument.findMany({
    where: {
      campaignId: ctx.campaign.id,
      OR: [
        { awaitingHead: true, unitCode: { in: units } },
        ...(mayEver(ctx.person, 'launch.decide') ? [{ state: 'SENT' as const, awaitingHead: false }] : []),
      ],
    },
    orderBy: { updatedAt: 'asc' },
    take: 200,
  })
  return documents
    .filter(({ awaitingHead, unitCode, senderId }) =>
      may(ctx.person, awaitingHead ? 'launch.approve' : 'launch.decide', { unitCode, authorId: senderId }),
    )
    .map(({ id, unitCode, number, updatedAt, isLate }) => ({
      label: ctx.t(isLate ? 'launch.waitingLate' : 'launch.waiting', { unit: unitName(ctx, unitCode), number }),
      since: updatedAt,
      go: { to: 'launch.show', args: { id } },
    }))
}
