import type { JsonObject } from '../json/json-value.ts'

/** To whom. A user id is scoped to the OA; `user_id_by_app` is another id space and does not belong here. */
export type OaRecipient =
  | { readonly userId: string }
  /** A visitor of the web widget: both values come with the `anonymous` event. */
  | { readonly anonymousId: string; readonly conversationId: string }

export function buildRecipient(recipient: OaRecipient): JsonObject {
  if ('userId' in recipient) return { user_id: recipient.userId }
  return { anonymous_id: recipient.anonymousId, conversation_id: recipient.conversationId }
}
