import { dayOf } from '../clock.ts'
import type { Ctx } from './feature.ts'

/** The times of what was handed in, as stored with it: when the person sent it, when it was taken in, and what nothing proves. */
export interface ThreeTimes {
  personSentAt: Date | null
  takenInAt: Date | null
  claimedAt: Date | null
}

/**
 * What the person who decides must know of the times, in lines: that it came in later than it was sent, and, of what counts as
 * late, that it may have been sent on an earlier day by a clock that nothing proves.
 */
export function timeLines(
  ctx: Pick<Ctx, 'campaign' | 't' | 'localTime'>,
  times: ThreeTimes & { isLate: boolean },
): { label: string; value: string }[] {
  const { personSentAt, takenInAt, claimedAt, isLate } = times
  if (!personSentAt || !takenInAt) return []
  const isEarlier = (one: Date, other: Date) =>
    dayOf(one, ctx.campaign.timeZone).toString() < dayOf(other, ctx.campaign.timeZone).toString()
  const line = (name: string, instant: Date) => ({
    label: ctx.t(`conversation.times.${name}`),
    value: ctx.localTime(instant),
  })
  return [
    ...(takenInAt.getTime() - personSentAt.getTime() >= WORTH_SAYING_MS
      ? [line('sent', personSentAt), line('takenIn', takenInAt)]
      : []),
    ...(isLate && claimedAt && isEarlier(claimedAt, personSentAt) ? [line('claimed', claimedAt)] : []),
  ]
}

/** Less is the ordinary way of a message. */
const WORTH_SAYING_MS = 5 * 60_000
