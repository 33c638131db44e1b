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

/** Writes the answers, the new state and the replies of one event in one statement. */
export async function save(
  tx: Tx,
  conversation: ConversationChange,
  draft: DraftChange | null,
  replies: readonly { dedupeKey: string; message: OutboundMessage }[],
  now: Date,
): Promise<void> {
  await tx.$executeRaw`
    WITH answered AS (
      INSERT INTO answer (draft_id, field, value, typed, at)
      SELECT ${draft?.id ?? null}::uuid, x.field, x.value, x.typed, ${now}::timestamptz
      FROM jsonb_to_recordset(${JSON.stringify(draft?.answers ?? [])}::jsonb) AS x(field text, value jsonb, typed text)
      ON CONFLICT (draft_id, field) DO UPDATE SET value = excluded.value, typed = excluded.typed, at = excluded.at
    ), moved AS (
      UPDATE draft SET position = ${draft?.position ?? ''}, pending = ${json(draft?.pending)}::jsonb,
        params = ${json(draft?.params ?? {})}::jsonb, form_version = ${draft?.formVersion ?? 0}, revision = revision + 1, updated_at = ${now}
      WHERE id = ${draft?.id ?? null}::uuid
    ), talked AS (
      UPDATE conversation SET prompt_no = ${conversation.promptNo}, prompt = ${json(conversation.prompt)}::jsonb,
        draft_id = ${conversation.draftId}::uuid, last_inbound_at = ${now}
      WHERE account_id = ${conversation.accountId}::uuid
    )
    INSERT INTO outbox (dedupe_key, account_id, channel, kind, body, not_before, created_at)
    SELECT x.key, ${conversation.accountId}::uuid, ${conversation.channel}::text, 'REPLY'::"OutboxKind", x.body,
      ${now}::timestamptz, ${now}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(replies.map(reply => ({ key: reply.dedupeKey, body: { message: reply.message } })))}::jsonb)
      AS x(key text, body jsonb)
    ON CONFLICT (dedupe_key) DO NOTHING`
}

/** SQL null for "nothing", never the JSON word null. */
function json(value: unknown): string | null {
  return value === null || value === undefined ? null : JSON.stringify(value)
}
