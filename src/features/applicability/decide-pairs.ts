import { applicability } from '../../campaign/applicability.ts'
import type { Ctx } from '../../contract/feature.ts'
import { settleObligations } from '../../obligations/settle-obligations.ts'
import { writeAudit } from '../../people/audit.ts'
import { givingRole } from '../../people/may.ts'
import { cancelFor, lookAgain } from '../../reminders/round/cancel.ts'
import { applicabilityRights } from './rights.ts'

export interface Pair {
  unitCode: string
  targetCode: string
}

export type Decided = 'APPLIES' | 'NOT_APPLICABLE'

/** How a pair stands, by whose word ('plan' or 'person') and why. */
interface Stands {
  state: Decided | 'PENDING'
  source: 'plan' | 'person'
  reason: string
}

/**
 * Decides for units and targets whether they apply, with the reason, and lets what is owed and reminded of follow, in the caller's
 * transaction. A later loading of the plan does not touch it. Tells how many were changed; what was so already stays as it is.
 */
export function decidePairs(ctx: Ctx, pairs: readonly Pair[], state: Decided, reason: string): Promise<number> {
  return change(ctx, pairs, () => ({ state, source: 'person', reason }), reason)
}

/** Takes decisions about pairs back: what the plan says holds again. */
export function asThePlanSays(ctx: Ctx, pairs: readonly Pair[], why: string): Promise<number> {
  const { plan, units } = ctx.campaign
  const said = applicability(plan, [...units.values()])
  const of = ({ unitCode, targetCode }: Pair): Stands => {
    const entry = said.find(one => one.unitCode === unitCode && one.targetCode === targetCode)
    return { state: entry?.state ?? 'NOT_APPLICABLE', source: 'plan', reason: entry?.reasonCode ?? '' }
  }
  return change(ctx, pairs, of, why)
}

async function change(ctx: Ctx, pairs: readonly Pair[], to: (pair: Pair) => Stands, why: string): Promise<number> {
  const { tx, campaign, now } = ctx
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`applicability:${campaign.id}`}, 0))`
  let changed = 0
  for (const pair of pairs) {
    const where = { campaignId_unitCode_targetCode: { campaignId: campaign.id, ...pair } }
    const before = await tx.applicability.findUnique({ where })
    const data = to(pair)
    if (before?.state === data.state && before.source === data.source) continue
    await tx.applicability.upsert({ where, create: { campaignId: campaign.id, ...pair, ...data }, update: data })
    const held = givingRole(ctx.person, applicabilityRights.decide, { unitCode: pair.unitCode })
    const entry = {
      ...{ actorId: ctx.person.id, actorRole: held?.role ?? ('GUEST' as const), action: 'applicability.decide' },
      ...{ subjectType: 'applicability' as const, subjectId: `${pair.unitCode}:${pair.targetCode}` },
    }
    await writeAudit(tx, { ...entry, ...(before ? { from: before.state } : {}), to: data.state, reason: why }, now)
    changed += 1
  }
  if (changed > 0) await letFollow(ctx)
  return changed
}

async function letFollow({ tx, campaign, now }: Ctx): Promise<void> {
  const { id, plan, units, calendar } = campaign
  const follows = await settleObligations(tx, id, plan, [...units.values()], calendar, now)
  await cancelFor(tx, follows.withdrawn, 'withdrawn', now)
  await lookAgain(tx, follows.changed)
}
