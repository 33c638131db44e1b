import type { Logger } from 'pino'
import type { Clock } from '../../clock.ts'
import type { Inbound } from '../channel.ts'
import { eventTaker, type Taken } from '../take-event.ts'
import { type FileNames, inboundOf } from './inbound.ts'
import { type TelegramUpdate, telegramUpdate } from './update.ts'

export interface TakingDeps {
  /** Resolves when the event is safely stored; throws when it is not. */
  receive(inbound: Inbound): Promise<unknown>
  /** The press is stored: the button may stop spinning. Must not throw and is not waited for. */
  afterPress(callback: NonNullable<TelegramUpdate['callback_query']>): void
  clock: Clock
  log: Pick<Logger, 'warn'>
  names: FileNames
}

/** Takes updates in, from whichever way they come. */
export function updateTaker(deps: TakingDeps): (raw: unknown) => Promise<Taken> {
  const { afterPress, clock, log, names } = deps
  const take = eventTaker(deps)

  return async raw => {
    const parsed = telegramUpdate.safeParse(raw)
    if (!parsed.success) {
      log.warn(
        { fields: parsed.error.issues.map(issue => issue.path.join('.')) },
        'an update of Telegram cannot be read',
      )
      return 'done'
    }
    const update = parsed.data
    const inbound = inboundOf(update, names, clock.now())
    if (inbound && (await take(inbound)) === 'again') return 'again'
    if (update.callback_query) afterPress(update.callback_query)
    return 'done'
  }
}
