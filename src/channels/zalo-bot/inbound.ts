import type { BotUpdate } from 'zalo-api-client'
import { instantOf } from '../../clock.ts'
import type { Inbound, InboundContent } from '../channel.ts'

/** Names for files: Zalo tells none. */
export interface FileNames {
  photo(number: string): string
}

/**
 * What an update means in our words; null when it is none of ours: groups, other bots, an update that names nobody, an event
 * that nobody has heard of. Pure. Only private chats are taken, so the account is the person.
 */
export function inboundOf(update: BotUpdate, names: FileNames, now: Date): Inbound | null {
  const { key, at, chat, from } = update
  if (chat === null || chat.kind !== 'private' || from?.isBot) return null
  const content = contentOf(update, names)
  if (content === null) return null
  return {
    channel: 'zalo-bot',
    eventId: key,
    account: chat.id,
    ...(from?.displayName ? { displayName: from.displayName } : {}),
    at: at === null ? now : instantOf(at),
    content,
  }
}

function contentOf({ content, messageId }: BotUpdate, names: FileNames): InboundContent | null {
  switch (content.kind) {
    case 'text':
      return { type: 'text', text: content.text }
    case 'image': {
      const files = [{ name: names.photo((messageId ?? '').slice(-6)), ref: content.url }]
      return { type: 'files', files, ...(content.caption ? { caption: content.caption } : {}) }
    }
    case 'sticker':
      return { type: 'other', what: 'sticker' }
    case 'voice':
      return { type: 'other', what: 'voice' }
    case 'unsupported':
      return { type: 'other', what: 'unseen' }
    case 'unknown':
      return null
  }
}
