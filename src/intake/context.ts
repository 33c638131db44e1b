import type { ActiveCampaign } from '../campaign/active.ts'
import { dayOf, localTime } from '../clock.ts'
import type { GuestCtx } from '../features/feature.ts'
import type { Tx } from '../store/transaction.ts'
import type { Scene } from './scene.ts'
import type { SentAt } from './sent-at.ts'
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
  return {
    tx,
    now,
    today: dayOf(now, campaign.timeZone),
    ...sent,
    sentOn: dayOf(sent.sentAt, campaign.timeZone),
    campaign,
    account: { id: scene.account.id, channel: scene.account.channel },
    person: scene.person,
    t: system.texts(scene.person?.locale ?? system.defaultLocale),
    texts: system.texts,
    publicUrl: system.publicUrl,
    localTime: instant => localTime(instant, campaign.timeZone),
  }
}
