/** Calls per minute of the clock, as Zalo counts them; the answer beyond is -32. */
export class RateLimit {
  /** `null`: no limit. */
  perMinute: number | null = null
  #minute = 0
  #count = 0

  isExceeded(now: number): boolean {
    const minute = Math.floor(now / 60_000)
    if (minute !== this.#minute) this.#count = 0
    this.#minute = minute
    this.#count += 1
    return this.perMinute !== null && this.#count > this.perMinute
  }
}
