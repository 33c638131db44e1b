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
      // The documentation says `photo`, live traffic `photo_url`; others saw an object, or a list of sizes.
      const url = textAt(message, 'photo_url') ?? addressIn(message?.photo ?? null)
      return url === null
        ? { kind: 'unsupported' }
        : { kind: 'image', url, caption: textAt(message, 'caption') || null }
    }
    case 'message.link.received': {
      // Its fields are not documented: whatever holds the typed text and the address is read.
      const text = textAt(message, 'text') ?? textAt(message, 'caption') ?? textAt(message, 'title')
      const url = ['url', 'link', 'href'].map(field => addressIn(message?.[field] ?? null)).find(isAddress)
      if (!url) return text ? { kind: 'text', text } : { kind: 'unsupported' }
      return { kind: 'text', text: text?.includes(url) ? text : [text, url].filter(Boolean).join(' ') }
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

function isAddress(found: string | null): found is string {
  return found !== null && /^https?:\/\//i.test(found)
}

/** The address in a value that is one, has one, or is a list of such values; of several sizes of a picture the last is the largest. */
function addressIn(value: JsonValue): string | null {
  if (typeof value === 'string') return value === '' ? null : value
  if (Array.isArray(value)) return value.map(addressIn).findLast(found => found !== null) ?? null
  if (!isJsonObject(value)) return null
  return ['url', 'photo_url', 'href', 'link', 'src'].map(field => textAt(value, field)).find(Boolean) ?? null
}
