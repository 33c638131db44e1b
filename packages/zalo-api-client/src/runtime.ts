/**
 * What the client needs from the outside: the network and the clock. Everything in this package that waits, compares
 * times or talks to Zalo does it through a `Runtime`, so that a test can put its own in place.
 */
export interface Runtime {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>
  /** Milliseconds since 1970, UTC. */
  readonly now: () => number
  /** Resolves after `ms` milliseconds, or at once when `signal` is aborted; never rejects. */
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>
}

/** The real network and the real clock: the only place of this package that reads the machine's time. */
export const systemRuntime: Runtime = {
  fetch: (url, init) => fetch(url, init),
  now: () => Date.now(),
  sleep: (ms, signal) =>
    new Promise(resolve => {
      if (signal?.aborted) return resolve()
      const done = () => {
        clearTimeout(timer)
        signal?.removeEventListener('abort', done)
        resolve()
      }
      const timer = setTimeout(done, ms)
      signal?.addEventListener('abort', done)
    }),
}
