import type { Logger } from 'pino'
import type { Clock } from '../../clock.ts'
import type { Inbound } from '../channel.ts'
import { eventTaker, type Taken } from '../take-event.ts'
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
  log: Pick<Logger, 'warn'>
  names: FileNames
}

/** Takes updates in, from whichever way they come. */
export function updateTaker(deps: TakingDeps): (raw: unknown, pressTime?: PressTime) => Promise<Taken> {
  const { afterPress, afterGroup, log, names } = deps
  const take = eventTaker(deps)

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
    const taken = await take(String(update.update_id), firstSeen => inboundOf(update, names, firstSeen, pressTime))
    if (taken === 'again') return 'again'
    if (update.callback_query) afterPress(update.callback_query)
    const group = joinedGroup(update)
    if (group !== null) afterGroup(group)
    return 'done'
  }
}
