import type { ActiveCampaign } from '../campaign/active.ts'
import type { ChannelName } from '../channels/channel.ts'
import type { SentAt } from '../channels/sent-at.ts'
import { dayOf, localTime } from '../clock.ts'
import type { Person } from '../people/person.ts'
import type { Tx } from '../store/transaction.ts'
import type { GuestCtx } from './feature.ts'
import type { Running } from './running.ts'

/** Who acts, where, when. */
export interface Acting<P extends Person | null> {
  campaign: ActiveCampaign
  account: { id: string; channel: ChannelName }
  person: P
  now: Date
  sent: SentAt
}

/** Everything a feature may know and use while it handles one event: the one place where it is put together. */
export function makeCtx<P extends Person | null>(
  running: Running,
  tx: Tx,
  { campaign, account, person, now, sent }: Acting<P>,
): GuestCtx & { person: P } {
  return {
    tx,
    now,
    today: dayOf(now, campaign.timeZone),
    ...sent,
    sentOn: dayOf(sent.sentAt, campaign.timeZone),
    campaign,
    account,
    person,
    t: running.texts(person?.locale ?? running.defaultLocale),
    texts: running.texts,
    publicUrl: running.publicUrl,
    officeSecret: running.officeSecret,
    localTime: instant => localTime(instant, campaign.timeZone),
  }
}
