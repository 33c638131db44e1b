import type { JsonObject } from '../json/json-value.ts'

interface OaEventFacts {
  readonly eventName: string
  /** The same for every delivery of one event, and for no other event: claim it before you act. */
  readonly key: string
  readonly oaId: string
  /** When it happened, in milliseconds. Deliveries may come out of this order. */
  readonly at: number
  /** As received, ids as strings. */
  readonly raw: JsonObject
}

/** An event of the Official Account. All ids are strings of digits above 2^53. */
export type OaEvent =
  | OaMessageEvent
  | OaEchoEvent
  | OaReceiptEvent
  | OaDeliveredEvent
  | OaRelationEvent
  | OaContactEvent
  | OaUserActionEvent
  | OaAccountEvent
  | OaUnknownEvent

/** A person wrote: a user, a widget visitor, or a member of a GMF group. */
export interface OaMessageEvent extends OaEventFacts {
  readonly kind: 'message'
  readonly from: OaSender
  readonly userIdByApp: string | null
  readonly messageId: string
  readonly quotedMessageId: string | null
  readonly content: OaContent
}

export type OaSender =
  | { readonly kind: 'user'; readonly userId: string }
  | { readonly kind: 'anonymous'; readonly anonymousId: string; readonly conversationId: string | null }
  | { readonly kind: 'group'; readonly userId: string; readonly groupId: string | null }

/** Media addresses need no token and may expire: fetch at once, cap the size, refuse private addresses. */
export type OaContent =
  /** Also what a tap on an `oa.query.*` button sends: then the text is the button's payload. */
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'image'; readonly url: string; readonly text: string | null }
  | { readonly kind: 'gif'; readonly url: string }
  | { readonly kind: 'sticker'; readonly id: string | null; readonly url: string | null }
  | { readonly kind: 'audio'; readonly url: string }
  | { readonly kind: 'video'; readonly url: string; readonly text: string | null }
  | {
      readonly kind: 'file'
      readonly url: string
      readonly name: string | null
      readonly bytes: number | null
      readonly type: string | null
    }
  | { readonly kind: 'link'; readonly url: string; readonly title: string | null; readonly text: string | null }
  | {
      readonly kind: 'location'
      readonly latitude: number
      readonly longitude: number
      readonly text: string | null
    }
  | { readonly kind: 'business-card'; readonly text: string | null; readonly phone: string | null }
  /** Content that is not in the documentation, or lacks what it should have. */
  | { readonly kind: 'other' }

/** The OA itself wrote: by this API, by another program or by staff, who are told by a message id you did not send. */
export interface OaEchoEvent extends OaEventFacts {
  readonly kind: 'echo'
  readonly recipientId: string | null
  readonly messageId: string | null
}

export interface OaReceiptEvent extends OaEventFacts {
  readonly kind: 'received' | 'seen'
  readonly userId: string | null
  readonly messageIds: readonly string[]
}

/** A template message arrived. `recipient` is a phone number or a user id, as the message was sent. */
export interface OaDeliveredEvent extends OaEventFacts {
  readonly kind: 'delivered'
  readonly messageId: string | null
  readonly trackingId: string
  readonly recipient: string | null
  readonly deliveredAt: string | null
}

export interface OaRelationEvent extends OaEventFacts {
  readonly kind: 'follow' | 'unfollow'
  readonly userId: string
  readonly source: string | null
}

/** The answer to a contact request. */
export interface OaContactEvent extends OaEventFacts {
  readonly kind: 'contact'
  readonly userId: string
  readonly name: string | null
  readonly phone: string | null
  readonly address: string | null
}

/** Other doings of a user, whose bodies are not documented well enough to read more from them. */
export interface OaUserActionEvent extends OaEventFacts {
  readonly kind: 'chat-opened' | 'feedback' | 'call-consent' | 'call' | 'tagged'
  readonly userId: string | null
}

export interface OaAccountEvent extends OaEventFacts {
  readonly kind: 'template-status' | 'daily-quota'
}

/** Acknowledge it with 200 and ignore it. */
export interface OaUnknownEvent extends OaEventFacts {
  readonly kind: 'unknown'
}
