import type { Api } from 'grammy'
import type { TelegramUpdate } from './update.ts'

/**
 * What a press leaves to do once it is stored: the button stops spinning, and the buttons of an answered question go away. Both are
 * niceties that may fail. The buttons of a notice stay, because what they open can be opened again.
 */
export async function tidyAfterPress(api: Api, callback: NonNullable<TelegramUpdate['callback_query']>): Promise<void> {
  const { id, data, message } = callback
  // Messages that are too old to be edited come with the date 0.
  const isQuestion = message !== undefined && message.date > 0 && /^\d+:/.test(data ?? '')
  await Promise.allSettled([
    api.answerCallbackQuery(id),
    ...(isQuestion ? [api.editMessageReplyMarkup(message.chat.id, message.message_id)] : []),
  ])
}
