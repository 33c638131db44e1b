import type { Inbound, OutboundMessage } from '../channels/channel.ts'
import type { Pending } from '../conversation/draft.ts'
import type { Json, Params } from '../conversation/field.ts'
import type { Tx } from '../store/transaction.ts'
import type { PromptState } from './prompt-state.ts'
import type { Scene } from './scene.ts'
import type { Turn } from './turn.ts'

export interface DraftChange {
  id: string
  position: string
  pending: Pending | null
  params: Params
  formVersion: number
  answers: readonly { field: string; value: Json; typed: string }[]
}

interface ConversationChange {
  accountId: string
  channel: string
  draftId: string | null
  promptNo: number
  prompt: PromptState | null
}

/** What one event leaves behind. */
export interface Kept {
  conversation: ConversationChange
  draft: DraftChange | null
  replies: readonly { key: string; body: { message: OutboundMessage } }[]
}

export function keptOf(inbound: Inbound, { account }: Scene, turn: Turn): Kept {
  const { promptNo, prompt, draft, change } = turn
  return {
    conversation: { accountId: account.id, channel: account.channel, draftId: draft?.id ?? null, promptNo, prompt },
    draft: change,
    replies: turn.messages.map((message, index) => ({ key: replyKey(inbound, index), body: { message } })),
  }
}

/** Unique for ever: an event that is delivered again replies once. */
function replyKey(inbound: Inbound, index: number): string {
  return `reply:${inbound.channel}:${inbound.eventId}:${index}`
}

/** Writes the answers, the new state and the replies of one event. One round trip: see `keep_event` in the migrations. */
export async function save(tx: Tx, { conversation, draft, replies }: Kept, now: Date): Promise<void> {
  await tx.$executeRaw`
    SELECT keep_event(${JSON.stringify(conversation)}::jsonb, ${draft && JSON.stringify(draft)}::jsonb,
      ${JSON.stringify(replies)}::jsonb, ${now}::timestamptz)`
}
