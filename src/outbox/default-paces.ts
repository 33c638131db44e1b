import type { ChannelName } from '../channels/channel.ts'
import type { Pace } from './pace.ts'

/**
 * Telegram: about 30 a second over all chats and one a second in a chat, short bursts pass (core.telegram.org/bots/faq).
 * Zalo OA sells 100 calls a minute and more; what else the account uses must fit in too. Of the bots Zalo tells no number.
 * The web chat is our own and has no limit.
 */
export const defaultPaces: Readonly<Record<ChannelName, Pace>> = {
  telegram: { perSecond: 30, forReplies: 5, chatBurst: 3, parallel: 3 },
  'zalo-oa': {
    perSecond: 2,
    forReplies: 1,
    perMinute: { messages: 80, forReplies: 20 },
    chatBurst: 3,
    parallel: 2,
  },
  'zalo-bot': { perSecond: 5, forReplies: 1, chatBurst: 3, parallel: 2 },
  web: { perSecond: Infinity, forReplies: 0, chatBurst: Infinity, parallel: 8 },
}
