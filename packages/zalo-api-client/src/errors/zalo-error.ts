import type { ErrorClass, Platform } from './error-class.ts'

/** A setting that Zalo has refused by name. */
export type RefusedSetting = 'app-secret' | 'app-id' | 'redirect-uri'

export interface ErrorFacts {
  readonly platform: Platform
  /** The call that failed, in the words of this package, for example `sendMessage`. */
  readonly operation: string
  readonly errorClass: ErrorClass
  /** Zalo's own code, where Zalo gave one. */
  readonly code: number | null
  /** Our words for it. */
  readonly meaning: string
  /** For `wait`: how long to leave it alone. */
  readonly retryAfterMs?: number
  /** Zalo's words, redacted already. */
  readonly said?: string | null
  readonly refusedSetting?: RefusedSetting | null
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
  /** Zalo's own words, redacted. Of the token endpoint always; of the other hosts only where `errorTexts` asks for them. */
  readonly said: string | null
  /** Which setting Zalo says is wrong. */
  readonly refusedSetting: RefusedSetting | null

  constructor(facts: ErrorFacts) {
    const code = facts.code === null ? '' : ` (${facts.code})`
    const said = facts.said ? `, Zalo says «${facts.said}»` : ''
    super(`Zalo ${facts.platform} ${facts.operation}: ${facts.meaning}${code} [${facts.errorClass}]${said}`)
    this.platform = facts.platform
    this.operation = facts.operation
    this.errorClass = facts.errorClass
    this.code = facts.code
    this.retryAfterMs = facts.retryAfterMs ?? null
    this.said = facts.said ?? null
    this.refusedSetting = facts.refusedSetting ?? null
  }
}
