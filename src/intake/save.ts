import type { OutboundMessage } from '../channels/channel.ts'
import type { Tx } from '../store/transaction.ts'
import type { PromptState } from './prompt-state.ts'

export interface DraftChange {
  id: string
  position: string
  pending: unknown
  params: unknown
  formVersion: number
  answers: readonly { field: string; value: unknown; typed: string }[]
}

export interface ConversationChange {
  accountId: string
  channel: string
  draftId: string | null
  promptNo: number
  prompt: PromptState | null
}

/** Writes the answers, the new state and the replies of one event. One round trip: see `keep_event` in the migrations. */
export async function save(
  tx: Tx,
  conversation: ConversationChange,
  draft: DraftChange | null,
  replies: readonly { dedupeKey: string; message: OutboundMessage }[],
  now: Date,
): Promise<void> {
  const rows = replies.map(({ dedupeKey, message }) => ({ key: dedupeKey, body: { message } }))
  await tx.$executeRaw`
    SELECT keep_event(${JSON.stringify(conversation)}::jsonb, ${draft && JSON.stringify(draft)}::jsonb,
      ${JSON.stringify(rows)}::jsonb, ${now}::timestamptz)`
}
