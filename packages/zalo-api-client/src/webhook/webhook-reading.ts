/** A refused call: answer with `status`, store nothing. `reason` is for the log and holds nothing of the body. */
export interface RefusedWebhook {
  readonly kind: 'refused'
  readonly status: 400 | 401 | 413
  /** For programs: what to tell the operator. */
  readonly why: RefusedBecause
  readonly reason: string
}

/**
 * `signature`: the signature, or the bot's secret, is not that of the key in the settings. With Zalo as the sender that is
 * the wrong key, the field's most frequent fault; with anybody else it is a forgery.
 */
export type RefusedBecause =
  | 'too-large'
  | 'not-json'
  | 'unsigned'
  | 'other-app'
  | 'other-oa'
  | 'signature'
  | 'age'
  | 'no-event'

/** The request as the HTTP server received it. */
export interface WebhookRequest {
  /** The exact bytes: JSON that was parsed and written again has another signature. */
  readonly rawBody: Uint8Array
  /** A header by its lower-case name. */
  readonly header: (name: string) => string | null | undefined
}

/** Bodies above this are refused unread; Zalo's are a few kilobytes. Limit the reading of the request itself, too. */
export const maxWebhookBytes = 256 * 1024

export function refused(status: RefusedWebhook['status'], why: RefusedBecause, reason: string): RefusedWebhook {
  return { kind: 'refused', status, why, reason }
}
