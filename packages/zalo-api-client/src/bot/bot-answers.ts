import { flagAt, idAt, numberAt, textAt } from '../json/json-fields.ts'
import { isJsonObject, type JsonObject, type JsonValue } from '../json/json-value.ts'

export interface BotAccount {
  readonly id: string | null
  readonly accountName: string | null
  readonly accountType: string | null
  readonly mayJoinGroups: boolean | null
}

export interface SentBotMessage {
  readonly messageId: string | null
  /** Milliseconds. */
  readonly sentAt: number | null
}

export interface BotWebhookInfo {
  /** `null` when no webhook is set. */
  readonly url: string | null
  readonly updatedAt: number | null
}

export function readAccount(result: JsonValue): BotAccount {
  const account = objectOf(result)
  return {
    id: idAt(account, 'id'),
    accountName: textAt(account, 'account_name'),
    accountType: textAt(account, 'account_type'),
    mayJoinGroups: flagAt(account, 'can_join_groups'),
  }
}

export function readSentBotMessage(result: JsonValue): SentBotMessage {
  const sent = objectOf(result)
  return { messageId: idAt(sent, 'message_id'), sentAt: numberAt(sent, 'date') }
}

export function readWebhookInfo(result: JsonValue): BotWebhookInfo {
  const info = objectOf(result)
  return { url: textAt(info, 'url') || null, updatedAt: numberAt(info, 'updated_at') }
}

function objectOf(result: JsonValue): JsonObject | null {
  return isJsonObject(result) ? result : null
}
