import { createHash } from 'node:crypto'
import { flagAt, idAt, numberAt, objectAt, textAt } from '../json/json-fields.ts'
import { isJsonObject, type JsonObject, type JsonValue } from '../json/json-value.ts'
import type { BotContent, BotUpdate } from './bot-update.ts'

/**
 * The update in a webhook body: the flat object of live traffic or the documented `{ ok: true, result }` wrapper.
 * `null` when there is none in it.
 */
export function readBotUpdate(body: JsonObject): BotUpdate | null {
  const inner = body.ok === true ? objectAt(body, 'result') : null
  return updateOf(inner ?? body)
}

/** The updates in a `getUpdates` result: one object, a list, or nothing (missing, `{}`). */
export function readUpdates(result: JsonValue): readonly BotUpdate[] {
  const items = Array.isArray(result) ? result : [result]
  return items.flatMap(item => (isJsonObject(item) ? (updateOf(item) ?? []) : []))
}

function updateOf(raw: JsonObject): BotUpdate | null {
  const eventName = textAt(raw, 'event_name')
  if (eventName === null) return null
  const message = objectAt(raw, 'message')
  const messageId = idAt(message, 'message_id')
  return {
    eventName,
    key: `${eventName}:${messageId ?? createHash('sha256').update(JSON.stringify(raw)).digest('hex')}`,
    messageId,
    at: numberAt(message, 'date'),
    chat: readChat(objectAt(message, 'chat')),
    from: readSender(objectAt(message, 'from')),
    content: readContent(eventName, message),
    raw,
  }
}

function readChat(chat: JsonObject | null): BotUpdate['chat'] {
  const id = idAt(chat, 'id')
  return id === null ? null : { id, kind: textAt(chat, 'chat_type') === 'GROUP' ? 'group' : 'private' }
}

function readSender(from: JsonObject | null): BotUpdate['from'] {
  const id = idAt(from, 'id')
  return id === null ? null : { id, displayName: textAt(from, 'display_name'), isBot: flagAt(from, 'is_bot') ?? false }
}

function readContent(eventName: string, message: JsonObject | null): BotContent {
  switch (eventName) {
    case 'message.text.received': {
      const text = textAt(message, 'text')
      return text === null ? { kind: 'unknown' } : { kind: 'text', text }
    }
    case 'message.image.received': {
      // The documentation says `photo`, live traffic `photo_url`.
      const url = textAt(message, 'photo_url') ?? textAt(message, 'photo')
      return url === null ? { kind: 'unknown' } : { kind: 'image', url, caption: textAt(message, 'caption') || null }
    }
    case 'message.sticker.received': {
      const id = idAt(message, 'sticker')
      return id === null ? { kind: 'unknown' } : { kind: 'sticker', id, url: textAt(message, 'url') }
    }
    case 'message.voice.received': {
      const url = textAt(message, 'voice_url')
      return url === null ? { kind: 'unknown' } : { kind: 'voice', url }
    }
    case 'message.unsupported.received':
      return { kind: 'unsupported' }
    default:
      return { kind: 'unknown' }
  }
}
