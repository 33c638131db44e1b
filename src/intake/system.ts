import type { ChannelName } from '../channels/channel.ts'
import type { Running } from '../contract/running.ts'
import type { Place } from '../outbox/place.ts'
import type { Registry } from './registry.ts'

/** A running system with all features, found by the names that chats and drafts keep. */
export interface System extends Running {
  registry: Registry
  /** Where this instance can send the reply to an event as soon as it is committed; null: the reply is queued. */
  place(channel: ChannelName): Place | null
}
