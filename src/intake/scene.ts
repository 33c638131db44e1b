import type { ChannelName } from '../channels/channel.ts'
import type { Pending } from '../conversation/draft.ts'
import type { Json, Params } from '../conversation/field.ts'
import type { DeadLetter } from '../letters/dead-letter.ts'
import type { Person } from '../people/person.ts'
import type { PromptState } from './prompt-state.ts'

/** A running draft as stored: answers are still JSON, because only its form knows how to read them. */
export interface StoredDraft {
  id: string
  form: string
  formVersion: number
  params: Params
  position: string
  pending: Pending | null
  revision: number
  answers: Readonly<Record<string, Json>>
  /** The campaign for which it is filled in; null: for none. */
  campaignId: string | null
}

/** Everything one event needs to know, read after the locks are held. */
export interface Scene {
  account: { id: string; channel: ChannelName; isActive: boolean }
  person: Person | null
  promptNo: number
  prompt: PromptState | null
  draft: StoredDraft | null
  /** The campaign that the chat has chosen among several; null: none. */
  campaignId: string | null
  /** What is known of the campaigns holds while it is this. */
  campaignsMark: string | null
  /** The dead letter that holds the chat; null: it is free. */
  heldBy: DeadLetter | null
}
