import type { Platform } from './error-class.ts'
import { ZaloError } from './zalo-error.ts'

/**
 * No answer came. `not-delivered` when the connection was never made, `ambiguous` when the request may have arrived:
 * there is no idempotency key, so an ambiguous send must not be repeated blindly.
 */
export class ZaloTransportError extends ZaloError {
  override readonly name = 'ZaloTransportError'
  /** The system's error code, such as `ECONNREFUSED`, or `timeout`, `aborted`, `network`. */
  readonly reason: string

  constructor(platform: Platform, operation: string, failure: { delivered: 'no' | 'unknown'; reason: string }) {
    const errorClass = failure.delivered === 'no' ? 'not-delivered' : 'ambiguous'
    super({ platform, operation, errorClass, code: null, meaning: `no answer: ${failure.reason}` })
    this.reason = failure.reason
  }
}
