import type { ActiveCampaign } from '../campaign/active.ts'
import type { Right } from '../people/right.ts'
import type { Tx } from '../store/transaction.ts'
import { type AnyKind, awaited, waitsFor } from './kind.ts'

/** How many records units handed in from one instant to before the other, and how many wait outside of the units now. */
export async function cameIn(
  kinds: readonly AnyKind[],
  tx: Tx,
  campaign: Pick<ActiveCampaign, 'id'>,
  from: Date,
  until: Date,
): Promise<{ submitted: number; waiting: number }> {
  const [counts] = await tx.$queryRaw<[{ submitted: number; waiting: number }]>`
    SELECT count(*) FILTER (WHERE passed_version > 0 AND sent_at >= ${from} AND sent_at < ${until})::int AS submitted,
      count(*) FILTER (
        WHERE waits_for IS NOT NULL AND waits_for <> ALL(${waitingWithin(kinds)}) AND version = passed_version
      )::int AS waiting
    FROM record WHERE campaign_id = ${campaign.id}::uuid`
  return counts
}

/** What a record that was handed in may wait for, where only people of its own unit can give it. */
function waitingWithin(kinds: readonly AnyKind[]): string[] {
  return kinds.flatMap(kind =>
    Object.keys(kind.states)
      .filter(state => awaited(kind, state).every(isOfUnit))
      .flatMap(state => waitsFor(kind, state) ?? []),
  )
}

const isOfUnit = ({ powers }: Right) => Object.values(powers).every(scope => scope === 'own' || scope === 'mine')
