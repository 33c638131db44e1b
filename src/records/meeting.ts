import type { Temporal } from 'temporal-polyfill'
import type { ActiveCampaign } from '../campaign/active.ts'
import { type HandedIn, type Handing, markHandedIn, markReopened } from '../obligations/hand-in.ts'
import type { HandedItem } from '../obligations/met-by.ts'
import { cancelFor, lookAgain } from '../reminders/round/cancel.ts'
import type { Tx } from '../store/transaction.ts'

/** Meets what the unit owes with what it has just handed in and stops the reminders of it, in the caller's transaction. */
export async function handIn(
  tx: Tx,
  campaign: ActiveCampaign,
  what: Handing,
  now: Date,
  sentOn: Temporal.PlainDate,
): Promise<HandedIn> {
  const handed = await markHandedIn(tx, campaign, what, now, sentOn)
  const met = handed.obligations.map(({ id }) => id)
  await cancelFor(tx, met, what.stage === 'MET' ? 'met' : 'withHead', now)
  return handed
}

/** Opens again what a returned item had met, and lets its reminders go on; the corrected item is expected by `returnedOn`. */
export async function reopen(
  tx: Tx,
  campaign: ActiveCampaign,
  what: { unitCode: string; item: HandedItem; recordId: string },
  returnedOn: string,
): Promise<void> {
  await lookAgain(tx, await markReopened(tx, campaign, what, returnedOn))
}
