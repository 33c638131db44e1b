import type { JsonObject } from '../json/json-value.ts'
import { hexId } from './fake-ids.ts'
import type { FakeApp } from './fake-oauth.ts'
import type { FakeUser } from './fake-users.ts'

/** What a user sends, in the fake's words. */
export type UserContent =
  | { readonly kind: 'text'; readonly text: string; readonly quoteMessageId?: string }
  | { readonly kind: 'image'; readonly url: string; readonly text?: string }
  | { readonly kind: 'gif' | 'audio' | 'video'; readonly url: string }
  | { readonly kind: 'sticker'; readonly id: string; readonly url: string }
  | { readonly kind: 'file'; readonly url: string; readonly name: string; readonly bytes: number }
  | { readonly kind: 'link'; readonly url: string; readonly title: string }
  | { readonly kind: 'location'; readonly latitude: string; readonly longitude: string; readonly text: string }
  | { readonly kind: 'business_card'; readonly text: string; readonly phone: string }

/** `user_send_*` as Zalo writes it. */
export function messageBody(app: FakeApp, user: FakeUser, content: UserContent, timestamp: string): JsonObject {
  return {
    app_id: app.appId,
    user_id_by_app: user.idByApp,
    event_name: `user_send_${content.kind}`,
    sender: { id: user.id },
    recipient: { id: app.oaId },
    message: { msg_id: hexId(), ...contentFields(content) },
    timestamp,
  }
}

export function relationBody(
  app: FakeApp,
  user: FakeUser,
  name: 'follow' | 'unfollow',
  source: string,
  timestamp: string,
): JsonObject {
  return {
    oa_id: app.oaId,
    follower: { id: user.id },
    user_id_by_app: user.idByApp,
    event_name: name,
    source,
    app_id: app.appId,
    timestamp,
  }
}

/** Any other `user_*` event: `extra` is what the event has besides the envelope. */
export function userBody(app: FakeApp, user: FakeUser, name: string, extra: JsonObject, timestamp: string): JsonObject {
  return {
    app_id: app.appId,
    event_name: name,
    timestamp,
    sender: { id: user.id },
    recipient: { id: app.oaId },
    ...extra,
  }
}

/** Echoes and receipts: the OA is the sender. */
export function oaBody(
  app: FakeApp,
  recipientId: string,
  name: string,
  message: JsonObject,
  timestamp: string,
): JsonObject {
  return {
    event_name: name,
    app_id: app.appId,
    sender: { id: app.oaId },
    recipient: { id: recipientId },
    message,
    timestamp,
  }
}

function contentFields(content: UserContent): JsonObject {
  switch (content.kind) {
    case 'text':
      return {
        text: content.text,
        ...(content.quoteMessageId === undefined ? {} : { quote_msg_id: content.quoteMessageId }),
      }
    case 'image':
      return {
        ...(content.text === undefined ? {} : { text: content.text }),
        ...attachment('image', { thumbnail: content.url, url: content.url }),
      }
    case 'gif':
      return attachment('gif', { thumbnail: content.url, url: content.url })
    case 'audio':
      return attachment('audio', { url: content.url })
    case 'video':
      return attachment('video', { thumbnail: content.url, description: '', url: content.url })
    case 'sticker':
      return attachment('sticker', { id: content.id, url: content.url })
    case 'file': {
      const { url, name, bytes } = content
      const type = name.slice(name.lastIndexOf('.') + 1)
      return attachment('file', { url, name, size: String(bytes), type, checksum: hexId() })
    }
    case 'link': {
      const { url, title } = content
      return { text: url, ...attachment('link', { url, title, description: '', thumbnail: '' }) }
    }
    case 'location': {
      const { latitude, longitude } = content
      return { text: content.text, ...attachment('location', { coordinates: { latitude, longitude } }) }
    }
    case 'business_card': {
      const description = JSON.stringify({ phone: content.phone, qrCodeUrl: '' })
      return { text: content.text, ...attachment('link', { thumbnail: '', url: '', description }) }
    }
  }
}

function attachment(type: string, payload: JsonObject): JsonObject {
  return { attachments: [{ type, payload }] }
}
