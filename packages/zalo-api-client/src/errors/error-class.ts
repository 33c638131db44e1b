/**
 * What a failure means for the caller.
 *
 * | class | what to do |
 * | --- | --- |
 * | `refresh` | access token refused; the client refreshes once and repeats the call by itself |
 * | `wait` | nothing was done; repeat after `retryAfterMs` |
 * | `recipient` | this person cannot be reached this way; use another channel |
 * | `outside-window` | free text is not allowed any more; use a ZBS template |
 * | `use-phone` | this template does not go to a user id; send it by phone |
 * | `quota` | a count is used up; stop until it is reset |
 * | `billing` | money or package; stop and tell the operator |
 * | `schedule` | not sendable between 22:00 and 06:00 (UTC+7) |
 * | `configuration` | app, OA, permission or template is not set up; tell the operator |
 * | `needs-consent` | the refresh token is dead; an OA admin must consent again |
 * | `attachment-expired` | upload again and repeat once |
 * | `payload` | this message cannot be sent in this form; change it |
 * | `permanent` | refused; repeating does not help |
 * | `not-delivered` | the request surely did not reach Zalo; repeat when the network is back |
 * | `ambiguous` | it cannot be known whether the call took effect: no answer, an unreadable one, or an unknown code |
 */
export type ErrorClass =
  | 'refresh'
  | 'wait'
  | 'recipient'
  | 'outside-window'
  | 'use-phone'
  | 'quota'
  | 'billing'
  | 'schedule'
  | 'configuration'
  | 'needs-consent'
  | 'attachment-expired'
  | 'payload'
  | 'permanent'
  | 'not-delivered'
  | 'ambiguous'

/** Which of Zalo's services spoke. The same number can mean different things in two of them. */
export type Platform = 'oauth' | 'oa' | 'zbs' | 'bot'

export interface CodeMeaning {
  readonly errorClass: ErrorClass
  readonly meaning: string
}

export type CodeTable = ReadonlyMap<number, CodeMeaning>

/** `[class, codes, meaning]` rows, as the documentation groups them. */
export function codeTable(rows: readonly (readonly [ErrorClass, readonly number[], string])[]): CodeTable {
  return new Map(
    rows.flatMap(([errorClass, codes, meaning]) => codes.map(code => [code, { errorClass, meaning }] as const)),
  )
}
