import type { Platform } from './error-class.ts'
import { ZaloError } from './zalo-error.ts'

/** A documented limit would be broken. Found before sending: Zalo was not called. */
export class ZaloLimitError extends ZaloError {
  override readonly name = 'ZaloLimitError'
  /** Which limit, for example `oa.text.characters`. */
  readonly limit: string

  constructor(platform: Platform, operation: string, limit: string, meaning: string) {
    super({ platform, operation, errorClass: 'payload', code: null, meaning: `limit ${limit}: ${meaning}` })
    this.limit = limit
  }
}
