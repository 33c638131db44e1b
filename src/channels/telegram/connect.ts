import type { Api } from 'grammy'
import type { BotCommand } from 'grammy/types'
import type { Logger } from 'pino'
import { ALLOWED_UPDATES, type TelegramConfig } from './config.ts'
import { faultOf, inWords } from './fault.ts'

/** Telegram knows no bot of this token; starting makes no sense. `key` names the sentence that says so. */
export class TelegramTokenRefused extends Error {
  override readonly name = 'TelegramTokenRefused'
  readonly key = 'telegram.tokenRefused'

  constructor() {
    super('TELEGRAM_BOT_TOKEN is refused by Telegram')
  }
}

/** Tells Telegram how updates go out to us. Nothing that waits there is dropped. */
export async function setDelivery(api: Api, mode: TelegramConfig['mode']): Promise<void> {
  if (mode.kind === 'polling') {
    await api.deleteWebhook({ drop_pending_updates: false })
    return
  }
  await api.setWebhook(mode.url, {
    secret_token: mode.secret,
    allowed_updates: ALLOWED_UPDATES,
    drop_pending_updates: false,
  })
}

/** The menu of commands is a convenience: without it everything works. */
export async function showCommands(
  api: Api,
  commands: readonly BotCommand[],
  log: Pick<Logger, 'warn'>,
): Promise<void> {
  try {
    await api.setMyCommands(commands)
  } catch (error) {
    log.warn({ why: inWords(faultOf(error)) }, 'the menu of commands could not be set')
  }
}
