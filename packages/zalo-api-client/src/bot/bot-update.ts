import type { JsonObject } from '../json/json-value.ts'

export interface BotUpdate {
  readonly eventName: string
  /** The same for every delivery of one update: event name and message id, or a hash where there is no message. */
  readonly key: string
  readonly messageId: string | null
  /** Milliseconds. */
  readonly at: number | null
  readonly chat: { readonly id: string; readonly kind: 'private' | 'group' } | null
  readonly from: { readonly id: string; readonly displayName: string | null; readonly isBot: boolean } | null
  readonly content: BotContent
  /** As received, ids as strings. */
  readonly raw: JsonObject
}

export type BotContent =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'image'; readonly url: string; readonly caption: string | null }
  | { readonly kind: 'sticker'; readonly id: string; readonly url: string | null }
  | { readonly kind: 'voice'; readonly url: string }
  /** Files, video, cards, everything from protected accounts, a picture or link without an address: no content. Answer politely. */
  | { readonly kind: 'unsupported' }
  /** An event this package does not know, or a known one without its content: acknowledge and ignore. */
  | { readonly kind: 'unknown' }
