import type { Ctx } from '../../contract/feature.ts'
import type { AwardChoice, AwardDecision, Objection } from '../../store/generated/client.ts'
import type { Tx } from '../../store/transaction.ts'
import { addressOf, type Scope } from './scope.ts'

export type PublicList = AwardDecision & { choices: AwardChoice[]; objections: Objection[] }

/** The list of a scope that is public now; null: none is. */
export function publicList({ tx, campaign }: Pick<Ctx, 'tx' | 'campaign'>, scope: Scope): Promise<PublicList | null> {
  return tx.awardDecision.findFirst({ where: { campaignId: campaign.id, state: 'PUBLIC', ...scope }, include: whole })
}

/** Those of these scopes that are public now, in the order of the scopes. */
export async function publicLists(
  { tx, campaign }: Pick<Ctx, 'tx' | 'campaign'>,
  scopes: readonly Scope[],
): Promise<PublicList[]> {
  const all = await tx.awardDecision.findMany({ where: { campaignId: campaign.id, state: 'PUBLIC' }, include: whole })
  return scopes.flatMap(
    ({ level, unitCode }) => all.find(list => list.level === level && list.unitCode === unitCode) ?? [],
  )
}

const whole = { choices: true, objections: { orderBy: { createdAt: 'asc' } } } as const

/** The decisions of a scope, the newest first. */
export function decisionsOf({ tx, campaign }: Pick<Ctx, 'tx' | 'campaign'>, scope: Scope) {
  return tx.awardDecision.findMany({
    where: { campaignId: campaign.id, state: { in: ['DECIDED', 'UNDONE'] }, ...scope },
    include: { _count: { select: { awards: true } }, choices: true },
    orderBy: { decidedAt: 'desc' },
  })
}

const USUAL_DAYS = 5

/** For how many days a list is public before it is decided on; 0: it is not made public. */
export async function publicDaysOf(tx: Tx, scope: Scope): Promise<number> {
  const kept = await tx.setting.findUnique({ where: { key: keyOf(scope) } })
  return typeof kept?.value === 'number' ? kept.value : USUAL_DAYS
}

export async function keepPublicDays(tx: Tx, scope: Scope, days: number): Promise<void> {
  const key = keyOf(scope)
  await tx.setting.upsert({ where: { key }, create: { key, value: days }, update: { value: days } })
}

function keyOf(scope: Scope): string {
  return `awarding.publicDays.${addressOf(scope)}`
}
