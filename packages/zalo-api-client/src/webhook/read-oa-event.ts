import { createHash } from 'node:crypto'
import { idAt, idOf, listAt, objectAt, textAt } from '../json/json-fields.ts'
import type { JsonObject } from '../json/json-value.ts'
import type { OaEvent, OaSender, OaUserActionEvent } from './oa-event.ts'
import { readOaContent } from './read-oa-content.ts'

/** What the envelope settles before the event itself is read. */
export interface OaEnvelopeFacts {
  readonly eventName: string
  readonly oaId: string
  readonly at: number
}

const actions = new Map<string, OaUserActionEvent['kind']>([
  ['user_click_chatnow', 'chat-opened'],
  ['user_feedback', 'feedback'],
  ['user_reply_consent', 'call-consent'],
  ['user_call_oa', 'call'],
  ['add_user_to_tag', 'tagged'],
])

/** Never fails: an event that is not known, or lacks what its kind must have, is `unknown` and keeps its `raw` body. */
export function readOaEvent(raw: JsonObject, facts: OaEnvelopeFacts): OaEvent {
  const { eventName } = facts
  const base = { ...facts, key: eventKey(raw, facts), raw }
  const action = actions.get(eventName)
  if (action !== undefined) return { ...base, kind: action, userId: userOf(raw, facts.oaId) }
  if (eventName === 'follow' || eventName === 'unfollow') return readRelation(raw, base, eventName)
  if (eventName === 'user_submit_info') return readContact(raw, base)
  if (eventName === 'user_received_message') return readReceived(raw, base)
  if (eventName === 'user_seen_message') return receipt(raw, base, 'seen')
  if (eventName === 'change_template_status') return { ...base, kind: 'template-status' }
  if (eventName === 'change_oa_daily_quota') return { ...base, kind: 'daily-quota' }
  if (eventName.startsWith('oa_send_')) return readEcho(raw, base)
  return readMessage(raw, base)
}

type Base = OaEnvelopeFacts & { readonly key: string; readonly raw: JsonObject }

const sending = /^(user_send_group|user_send|anonymous_send)_(\w+)$/

function readMessage(raw: JsonObject, base: Base): OaEvent {
  const [, group, kind] = sending.exec(base.eventName) ?? []
  const message = objectAt(raw, 'message')
  const messageId = idAt(message, 'msg_id')
  const senderId = idAt(objectAt(raw, 'sender'), 'id')
  if (kind === undefined || messageId === null || senderId === null) return { ...base, kind: 'unknown' }
  return {
    ...base,
    kind: 'message',
    from: senderOf(group ?? '', senderId, raw),
    userIdByApp: idAt(raw, 'user_id_by_app'),
    messageId,
    quotedMessageId: idAt(message, 'quote_msg_id'),
    content: readOaContent(kind, message),
  }
}

function senderOf(group: string, senderId: string, raw: JsonObject): OaSender {
  const message = objectAt(raw, 'message')
  if (group === 'user_send') return { kind: 'user', userId: senderId }
  if (group === 'anonymous_send') {
    return { kind: 'anonymous', anonymousId: senderId, conversationId: idAt(message, 'conversation_id') }
  }
  // Integrations disagree about where the group's id is.
  const recipient = objectAt(raw, 'recipient')
  const groupId = idAt(recipient, 'group_id') ?? idAt(message, 'conversation_id') ?? idAt(recipient, 'id')
  return { kind: 'group', userId: senderId, groupId }
}

function readEcho(raw: JsonObject, base: Base): OaEvent {
  return {
    ...base,
    kind: 'echo',
    recipientId: partyOf(raw, 'recipient'),
    messageId: idAt(objectAt(raw, 'message'), 'msg_id'),
  }
}

// A template's delivery has the same name as the receipt of a chat message; its tracking id tells them apart.
// One document shows it flat, with plain strings for sender and recipient.
function readReceived(raw: JsonObject, base: Base): OaEvent {
  const message = objectAt(raw, 'message')
  const trackingId = idAt(message, 'tracking_id') ?? idAt(raw, 'tracking_id')
  if (trackingId === null) return receipt(raw, base, 'received')
  return {
    ...base,
    kind: 'delivered',
    trackingId,
    messageId: idAt(message, 'msg_id') ?? idAt(raw, 'msg_id'),
    recipient: partyOf(raw, 'recipient'),
    deliveredAt: idAt(message, 'delivery_time') ?? idAt(raw, 'delivery_time'),
  }
}

function receipt(raw: JsonObject, base: Base, kind: 'received' | 'seen'): OaEvent {
  return { ...base, kind, userId: userOf(raw, base.oaId), messageIds: messageIds(raw) }
}

function readRelation(raw: JsonObject, base: Base, kind: 'follow' | 'unfollow'): OaEvent {
  const userId = idAt(objectAt(raw, 'follower'), 'id')
  if (userId === null) return { ...base, kind: 'unknown' }
  return { ...base, kind, userId, source: textAt(raw, 'source') }
}

function readContact(raw: JsonObject, base: Base): OaEvent {
  const userId = idAt(objectAt(raw, 'sender'), 'id')
  const info = objectAt(raw, 'info')
  if (userId === null) return { ...base, kind: 'unknown' }
  const parts = ['address', 'ward', 'district', 'city'].map(part => textAt(info, part)).filter(Boolean)
  const address = parts.length === 0 ? null : parts.join(', ')
  return { ...base, kind: 'contact', userId, name: textAt(info, 'name') || null, phone: idAt(info, 'phone'), address }
}

/** The party that is not the OA. Sources disagree about the direction of receipts. */
function userOf(raw: JsonObject, oaId: string): string | null {
  const parties = [idAt(raw, 'user_id'), partyOf(raw, 'sender'), partyOf(raw, 'recipient')]
  return parties.find(id => id !== null && id !== oaId) ?? idAt(objectAt(raw, 'follower'), 'id')
}

function partyOf(raw: JsonObject, key: 'sender' | 'recipient'): string | null {
  return idAt(objectAt(raw, key), 'id') ?? idAt(raw, key)
}

function messageIds(raw: JsonObject): readonly string[] {
  const message = objectAt(raw, 'message')
  const many = (listAt(message, 'msg_ids') ?? []).flatMap(id => idOf(id) ?? [])
  const one = idAt(message, 'msg_id')
  return many.length > 0 || one === null ? many : [one]
}

function eventKey(raw: JsonObject, { eventName, at }: OaEnvelopeFacts): string {
  const ids = messageIds(raw)
  const follower = idAt(objectAt(raw, 'follower'), 'id')
  if (ids.length > 0) return [eventName, ...ids].join(':')
  if (follower !== null) return `${eventName}:${follower}:${at}`
  return `${eventName}:${createHash('sha256').update(JSON.stringify(raw)).digest('hex')}`
}
