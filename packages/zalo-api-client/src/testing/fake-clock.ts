import type { Runtime } from '../runtime.ts'

/** A clock that stands still until it is told to move. Give it to the client and to the fake server alike. */
export class FakeClock implements Pick<Runtime, 'now' | 'sleep'> {
  #now: number
  readonly #sleepers = new Set<{ readonly dueAt: number; readonly wake: () => void }>()
  readonly #sleepsAdvance: boolean

  /** With `sleepsAdvance`, whoever sleeps moves the clock on at once: for back-offs nobody wants to wait for. */
  constructor(startMs = Date.UTC(2026, 8, 1, 2), options: { readonly sleepsAdvance?: boolean } = {}) {
    this.#now = startMs
    this.#sleepsAdvance = options.sleepsAdvance ?? false
  }

  readonly now = (): number => this.#now

  readonly sleep = async (ms: number, signal?: AbortSignal): Promise<void> => {
    if (signal?.aborted || ms <= 0) return
    if (this.#sleepsAdvance) {
      this.#now += ms
      return
    }
    await new Promise<void>(resolve => {
      const sleeper = {
        dueAt: this.#now + ms,
        wake: () => {
          this.#sleepers.delete(sleeper)
          signal?.removeEventListener('abort', sleeper.wake)
          resolve()
        },
      }
      this.#sleepers.add(sleeper)
      signal?.addEventListener('abort', sleeper.wake)
    })
  }

  /** Moves on, waking sleepers in the order in which they are due, each at its own time. */
  async advance(ms: number): Promise<void> {
    const until = this.#now + ms
    for (let next = this.#nextDue(until); next !== null; next = this.#nextDue(until)) {
      this.#now = Math.max(this.#now, next.dueAt)
      next.wake()
      await new Promise(resolve => setImmediate(resolve))
    }
    this.#now = until
  }

  #nextDue(until: number): { readonly dueAt: number; readonly wake: () => void } | null {
    const due = [...this.#sleepers].filter(({ dueAt }) => dueAt <= until).sort((a, b) => a.dueAt - b.dueAt)
    return due[0] ?? null
  }
}

export const hourMs = 60 * 60_000
export const dayMs = 24 * hourMs
