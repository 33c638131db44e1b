import type { Ctx } from '../../contract/feature.ts'
import { counting } from '../../records/kind.ts'
import type { Record as StoredRecord } from '../../store/generated/client.ts'
import { initiative } from './kind.ts'

const recognised = ['RECOGNISED', 'APPLIED', 'EFFECT_CONFIRMED', 'REPLICATED', 'NOT_EFFECTIVE']

/**
 * I03: what a person has proposed, of that recognised, of that replicated, from the register. Rejected and withdrawn ones count nowhere;
 * those of which somebody is only a co-author count for whom they are registered.
 */
export async function initiativesCounted({ tx, t, campaign }: Pick<Ctx, 'tx' | 't' | 'campaign'>, authorId: string) {
  const groups = await tx.record.groupBy({
    by: ['state'],
    where: { campaignId: campaign.id, kind: initiative.name, authorId, state: { in: counting(initiative) } },
    _count: { _all: true },
  })
  const sum = (states: readonly string[]) =>
    groups.filter(({ state }) => states.includes(state)).reduce((total, { _count }) => total + _count._all, 0)
  return t('initiative.ofPerson.counted', {
    proposed: sum(counting(initiative)),
    recognised: sum(recognised),
    replicated: sum(['REPLICATED']),
  })
}

/** The same, beside what the person reports of themselves. */
export async function initiativesInWords(ctx: Pick<Ctx, 'tx' | 't' | 'campaign'>, { authorId }: StoredRecord) {
  return [{ label: ctx.t('initiative.ofPerson.label'), value: await initiativesCounted(ctx, authorId) }]
}
