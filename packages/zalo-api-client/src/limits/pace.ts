const minuteMs = 60_000

/**
 * Keeps calls below the documented per-minute rate: `take` says how long to wait before the next one may go out. No
 * span of a minute gets more than `perMinute` calls, however Zalo counts its minutes. Zalo sells 100 a minute and more;
 * 80 leaves room for other programs of the same OA.
 */
export class Pace {
  readonly #perMinute: number
  /** When the latest calls were allowed to go out, oldest first. */
  readonly #slots: number[] = []
  #closedUntil = Number.NEGATIVE_INFINITY

  constructor(perMinute = 80) {
    this.#perMinute = perMinute
  }

  /** Takes a slot for one call at instant `now`, and returns the milliseconds to wait before making it. */
  take(now: number): number {
    const oldest = this.#slots.length < this.#perMinute ? undefined : this.#slots.shift()
    const slot = Math.max(now, this.#closedUntil, oldest === undefined ? now : oldest + minuteMs)
    this.#slots.push(slot)
    return slot - now
  }

  /** Zalo answered at instant `now` that the rate is exceeded: nothing more for a minute. */
  exhausted(now: number): void {
    this.#closedUntil = now + minuteMs
  }
}
