import type { ErrorClass, Platform } from './error-class.ts'

export interface ErrorFacts {
  readonly platform: Platform
  /** The call that failed, in the words of this package, for example `sendMessage`. */
  readonly operation: string
  readonly errorClass: ErrorClass
  /** Zalo's own code, where Zalo gave one. */
  readonly code: number | null
  /** Our words for it. Never Zalo's: its texts may quote a phone number or a message back. */
  readonly meaning: string
  /** For `wait`: how long to leave it alone. */
  readonly retryAfterMs?: number
}

/**
 * Every failure this package throws. Neither the message nor any field holds a token, a secret, a phone number or the
 * text of a message, and no `cause` is attached, so that it can be logged as it is.
 */
export class ZaloError extends Error {
  override readonly name: string = 'ZaloError'
  readonly platform: Platform
  readonly operation: string
  readonly errorClass: ErrorClass
  readonly code: number | null
  readonly retryAfterMs: number | null

  constructor(facts: ErrorFacts) {
    const code = facts.code === null ? '' : ` (${facts.code})`
    super(`Zalo ${facts.platform} ${facts.operation}: ${facts.meaning}${code} [${facts.errorClass}]`)
    this.platform = facts.platform
    this.operation = facts.operation
    this.errorClass = facts.errorClass
    this.code = facts.code
    this.retryAfterMs = facts.retryAfterMs ?? null
  }
}
