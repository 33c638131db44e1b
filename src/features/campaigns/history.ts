import type { Ctx } from '../../contract/feature.ts'

export interface PastStep {
  at: Date
  who: string
  role: string
  from: string
  to: string
  reason: string | null
}

/** The moves of the campaign, the latest first. */
export async function stepsOf({ tx, campaign }: Pick<Ctx, 'tx' | 'campaign'>, take = 50): Promise<PastStep[]> {
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

export async function lastStep(ctx: Pick<Ctx, 'tx' | 'campaign'>): Promise<PastStep | undefined> {
  return (await stepsOf(ctx, 1))[0]
}
