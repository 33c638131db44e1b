import { after } from '../clock.ts'
import type { ChannelName, Inbound } from './channel.ts'

/** When the person acted: what lateness is judged by, and a time beside it that nothing proves. */
export interface SentAt {
  sentAt: Date
  /** Kept and shown to who decides; never believed by itself. Null: there is none, or it says nothing else. */
  claimedAt: Date | null
}

const HOUR = 3_600_000

/**
 * For how long a platform may still bring an event that it could not deliver when it happened. Telegram keeps updates for 24 hours.
 * Zalo repeats an OA event for two hours by the present text of its documents, for twelve by an older one. Of the Zalo Bot nothing is
 * published; the events wait until they are polled. The web page brings its messages itself: its server's receipt is the time.
 */
const longestWay: Record<ChannelName, number> = {
  telegram: 24 * HOUR,
  'zalo-oa': 12 * HOUR,
  'zalo-bot': 7 * 24 * HOUR,
  web: 0,
}

/**
 * When the person sent what is in an event. Pure. Guarantees: never after `now`; never older than the platform can have kept it
 * before we saw it first. The platform's own time of the message stands within these bounds; outside of them the two clocks
 * disagree (a wrong clock, a simulated one), and the time of receipt counts. An event that failed here before and comes again is
 * as old as its first try.
 *
 * A press on a Telegram button carries no time. Certain is only an upper bound: it came before we received it, and before every
 * message that Telegram has numbered after it; the channel gives the earlier of the two as `at`. Where the bound lies within the
 * time allowed, the press is on time, whatever happened in between. Where it does not, the press may have been made at any
 * instant since the message that it sits on (or since the poll before, which would have brought it): that instant is
 * the claim, and the person who decides sees it. The same holds for the clock of a web page, which its owner can set.
 */
export function sentAtOf(inbound: Pick<Inbound, 'channel' | 'at' | 'seenAt' | 'claimedAt'>, now: Date): SentAt {
  const receipt = earlier(inbound.seenAt ?? now, now)
  const oldest = after(receipt, -longestWay[inbound.channel])
  const isCredible = inbound.at >= oldest && inbound.at <= receipt
  const sentAt = isCredible ? inbound.at : receipt
  const claimed = inbound.claimedAt
  return { sentAt, claimedAt: claimed && claimed < sentAt ? claimed : null }
}

function earlier(one: Date, other: Date): Date {
  return one < other ? one : other
}
