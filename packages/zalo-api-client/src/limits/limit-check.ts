import type { Platform } from '../errors/error-class.ts'
import { ZaloLimitError } from '../errors/limit-error.ts'

/**
 * Checks of one call against the documented limits; the first one that is broken throws a `ZaloLimitError` naming it.
 * Characters are counted as UTF-16 code units, the strictest way to count: Zalo does not say how it counts.
 */
export class LimitCheck {
  readonly #platform: Platform
  readonly #operation: string

  constructor(platform: Platform, operation: string) {
    this.#platform = platform
    this.#operation = operation
  }

  characters(limit: string, text: string, max: number): void {
    if (text.trim() === '') this.#fail(limit, 'must not be empty')
    if (text.length > max) this.#fail(limit, `${text.length} of at most ${max} characters`)
  }

  count(limit: string, actual: number, min: number, max: number): void {
    if (actual < min || actual > max) this.#fail(limit, `${actual} given, ${min} to ${max} allowed`)
  }

  bytes(limit: string, actual: number, max: number): void {
    if (actual === 0) this.#fail(limit, 'must not be empty')
    if (actual > max) this.#fail(limit, `${actual} of at most ${max} bytes`)
  }

  httpUrl(limit: string, url: string): void {
    this.holds(limit, /^https?:\/\/[^\s/]/i.test(url), 'must be an absolute http or https address')
  }

  httpsUrl(limit: string, url: string): void {
    this.holds(limit, /^https:\/\/[^\s/]/i.test(url), 'must be an absolute https address')
  }

  holds(limit: string, truth: boolean, rule: string): void {
    if (!truth) this.#fail(limit, rule)
  }

  #fail(limit: string, meaning: string): never {
    throw new ZaloLimitError(this.#platform, this.#operation, `${this.#platform}.${limit}`, meaning)
  }
}
