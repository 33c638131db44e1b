import type { Logger } from 'pino'
import type { Clock } from '../../clock.ts'
import { isTransient } from '../../store/transient.ts'
import type { Inbound } from '../channel.ts'
import { type FileNames, inboundOf } from './inbound.ts'
import type { PressTime } from './press-times.ts'
import { joinedGroup, type TelegramUpdate, telegramUpdate } from './update.ts'

export interface TakingDeps {
  /** Resolves when the event is safely stored; throws when it is not. */
  receive(inbound: Inbound): Promise<unknown>
  /** The press is stored: the button may stop spinning. Must not throw and is not waited for. */
  afterPress(callback: NonNullable<TelegramUpdate['callback_query']>): void
  /** The bot was put into a group or channel, where it does not work. Must not throw and is not waited for. */
  afterGroup(chat: number): void
  clock: Clock
  log: Pick<Logger, 'error' | 'warn'>
  names: FileNames
}

/** `done`: it may be confirmed to Telegram. `again`: it must be delivered once more. */
export type Taken = 'done' | 'again'

/** An update that fails this often for a reason of its own is given up, so that it does not block its chat for ever. */
export const MOST_TRIES = 5

/** More than ever wait at once. */
const MOST_REMEMBERED = 10_000

/** Takes updates in, from whichever way they come. A failure that will pass keeps an update waiting without end. */
export function updateTaker(deps: TakingDeps): (raw: unknown, pressTime?: PressTime) => Promise<Taken> {
  const { receive, afterPress, afterGroup, clock, log, names } = deps
  const tries = new Map<number, number>()
  /** First receipt of those that wait to come again: it tells how old they are. */
  const seen = new Map<number, Date>()

  return async (raw, pressTime) => {
    const parsed = telegramUpdate.safeParse(raw)
    if (!parsed.success) {
      log.warn(
        { fields: parsed.error.issues.map(issue => issue.path.join('.')) },
        'an update of Telegram cannot be read',
      )
      return 'done'
    }
    const update = parsed.data
    const seenAt = seen.get(update.update_id)
    const now = seenAt ?? clock.now()
    const inbound = inboundOf(update, names, now, pressTime)
    try {
      if (inbound) await receive(seenAt ? { ...inbound, seenAt } : inbound)
    } catch (error) {
      if (seen.size < MOST_REMEMBERED) seen.set(update.update_id, now)
      return failed(update, error)
    }
    tries.delete(update.update_id)
    seen.delete(update.update_id)
    if (update.callback_query) afterPress(update.callback_query)
    const group = joinedGroup(update)
    if (group !== null) afterGroup(group)
    return 'done'
  }

  function failed({ update_id: id }: TelegramUpdate, error: unknown): Taken {
    if (isTransient(error)) return 'again'
    const count = (tries.get(id) ?? 0) + 1
    if (count < MOST_TRIES) {
      tries.set(id, count)
      return 'again'
    }
    tries.delete(id)
    seen.delete(id)
    log.error({ err: error, updateId: id }, 'an update of Telegram could not be stored and is given up')
    return 'done'
  }
}
