import { instantOf } from '../../clock.ts'
import { telegramUpdate } from './update.ts'

/** Between which instants a press was made, as far as the poll that brought it tells. */
export interface PressTime {
  /** The poll before would have brought an earlier one. */
  from?: Date
  /** Telegram has numbered a message of this time after it. */
  by?: Date
}

/**
 * For each press of a batch the time of the earliest message after it: updates are numbered in the order in which they came to
 * Telegram, whoever sent them, and messages carry their time. An edited message carries the time of the first writing and
 * proves nothing.
 */
export function pressTimes(batch: readonly unknown[]): ReadonlyMap<number, Date> {
  const updates = batch
    .flatMap(raw => telegramUpdate.safeParse(raw).data ?? [])
    .sort((one, other) => other.update_id - one.update_id)
  const times = new Map<number, Date>()
  let earliest = Number.POSITIVE_INFINITY
  for (const { update_id, message, my_chat_member, callback_query } of updates) {
    const date = (message ?? my_chat_member)?.date
    if (date !== undefined) earliest = Math.min(earliest, date)
    // Times are told in whole seconds: the press came before the end of that second.
    if (callback_query && Number.isFinite(earliest)) times.set(update_id, instantOf(earliest * 1_000 + 999))
  }
  return times
}
