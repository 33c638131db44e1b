import type { Ctx } from '../../contract/feature.ts'

export interface PastMove {
  at: Date
  who: string
  role: string
  from: string
  to: string
  reason: string | null
}

/** The moves of the campaign, the latest first. */
export async function movesOf({ tx, campaign }: Pick<Ctx, 'tx' | 'campaign'>, take = 50): Promise<PastMove[]> {
  const rows = await tx.audit.findMany({
    where: { subjectType: 'campaign', subjectId: campaign.id, action: { in: ['campaign.on', 'campaign.back'] } },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    include: { actor: { select: { fullName: true } } },
    take,
  })
  return rows.map(({ at, actor, actorRole, from, to, reason }) => ({
    ...{ at, who: actor?.fullName ?? '', role: actorRole, from: from ?? '', to: to ?? '', reason },
  }))
}

export async function lastMove(ctx: Pick<Ctx, 'tx' | 'campaign'>): Promise<PastMove | undefined> {
  return (await movesOf(ctx, 1))[0]
}
