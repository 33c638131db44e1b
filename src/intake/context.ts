import type { ActiveCampaign } from '../campaign/active.ts'
import type { SentAt } from '../channels/sent-at.ts'
import type { GuestCtx } from '../contract/feature.ts'
import { makeCtx } from '../contract/make-ctx.ts'
import type { Tx } from '../store/transaction.ts'
import type { Scene } from './scene.ts'
import type { System } from './system.ts'

/** Everything a feature may know and use while it handles one event. */
export function contextOf(
  system: System,
  tx: Tx,
  scene: Scene,
  campaign: ActiveCampaign,
  now: Date,
  sent: SentAt,
): GuestCtx {
  const { account, person } = scene
  const { id, channel } = account
  return makeCtx(system, tx, { campaign, account: { id, channel }, person, now, sent })
}
