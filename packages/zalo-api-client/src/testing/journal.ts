/** What the fake was sent, in order; a test can wait for what is still to come. */
export class Journal<T> {
  readonly #entries: T[] = []
  readonly #waiting = new Set<() => void>()

  get all(): readonly T[] {
    return this.#entries
  }

  get last(): T | undefined {
    return this.#entries.at(-1)
  }

  add(entry: T): void {
    this.#entries.push(entry)
    for (const check of [...this.#waiting]) check()
  }

  /** The first entry from position `from` on that fits. Rejects after `timeoutMs` of real time. */
  find(fits: (entry: T) => boolean, options: { readonly from?: number; readonly timeoutMs?: number } = {}): Promise<T> {
    const { from = 0, timeoutMs = 5_000 } = options
    return this.#when(() => this.#entries.slice(from).find(fits), timeoutMs)
  }

  /** All entries as soon as there are at least `count`. Rejects after `timeoutMs` of real time. */
  async waitFor(count: number, timeoutMs = 5_000): Promise<readonly T[]> {
    return this.#when(() => (this.#entries.length >= count ? this.#entries : undefined), timeoutMs)
  }

  #when<R>(look: () => R | undefined, timeoutMs: number): Promise<R> {
    return new Promise((resolve, reject) => {
      const check = () => {
        const found = look()
        if (found === undefined) return
        clearTimeout(timer)
        this.#waiting.delete(check)
        resolve(found)
      }
      const timer = setTimeout(() => {
        this.#waiting.delete(check)
        reject(new Error(`The fake Zalo waited ${timeoutMs} ms in vain; it has ${this.#entries.length} entries.`))
      }, timeoutMs)
      this.#waiting.add(check)
      check()
    })
  }
}
