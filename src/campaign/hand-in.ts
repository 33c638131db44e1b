import type { Temporal } from 'temporal-polyfill'
import { cancelFor } from '../reminders/cancel.ts'
import type { Obligation } from '../store/generated/client.ts'
import type { Tx } from '../store/transaction.ts'
import type { ActiveCampaign } from './active.ts'
import { dutiesMetBy, type HandedItem } from './met-by.ts'

export interface HandedIn {
  /** Some obligation it meets was due before today. */
  isLate: boolean
  obligations: readonly Pick<Obligation, 'id' | 'dutyCode' | 'dueOn' | 'state'>[]
}

/**
 * Meets what the unit owes with what it has just handed in, and stops the reminders of it, in the caller's transaction.
 * `WITH_HEAD`: the focal point handed it to the head, who is reminded from now on. `MET`: it reached the managing office.
 * Late is marked, never refused.
 */
export async function handIn(
  tx: Tx,
  campaign: ActiveCampaign,
  what: { unitCode: string; item: HandedItem; stage: 'WITH_HEAD' | 'MET' },
  now: Date,
  today: Temporal.PlainDate,
): Promise<HandedIn> {
  const day = today.toString()
  const owed = await tx.obligation.findMany({
    where: {
      campaignId: campaign.id,
      unitCode: what.unitCode,
      state: { in: ['OPEN', 'WITH_HEAD'] },
      dutyCode: { in: dutiesMetBy(campaign.plan, what.item) },
    },
  })
  const met = owed.filter(obligation => counts(obligation, what.item, day))
  for (const obligation of met) {
    await tx.obligation.update({
      where: { id: obligation.id },
      data: {
        state: what.stage,
        ...(what.stage === 'MET' ? { metAt: obligation.metAt ?? now, isLate: obligation.isLate || day > obligation.dueOn, returnedOn: null } : {}),
      },
    })
  }
  await cancelFor(tx, met.map(obligation => obligation.id), what.stage === 'MET' ? 'met' : 'withHead', now)
  return { isLate: met.some(obligation => day > obligation.dueOn), obligations: met.map(({ id, dutyCode, dueOn }) => ({ id, dutyCode, dueOn, state: what.stage })) }
}

/** Opens again what a returned item had met; the corrected item is expected by `returnedOn`. */
export async function reopen(
  tx: Tx,
  campaign: ActiveCampaign,
  what: { unitCode: string; item: HandedItem },
  returnedOn: string,
): Promise<void> {
  await tx.obligation.updateMany({
    where: {
      campaignId: campaign.id,
      unitCode: what.unitCode,
      state: { in: ['MET', 'WITH_HEAD'] },
      dutyCode: { in: dutiesMetBy(campaign.plan, what.item) },
    },
    data: { state: 'OPEN', returnedOn },
  })
}

/** A figure handed in long before the due day discharges the duty only when it reaches the target already. */
function counts(obligation: Obligation, item: HandedItem, day: string): boolean {
  return item.kind !== 'target' || item.reached || day >= obligation.opensOn
}
