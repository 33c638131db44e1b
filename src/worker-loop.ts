import { setTimeout as sleep } from 'node:timers/promises'
import type { Clock } from './clock.ts'

export interface WorkerLoop {
  start(): void
  /** There may be something to do. Never waits. */
  wake(): void
  /** Resolves when the round in hand has ended; no other begins. */
  stop(): Promise<void>
}

/** At the latest after this long a loop looks for work that nobody told it about: what is due by time, what others queued. */
const IDLE_MS = 1_000

/** Repeats a round of work. A round tells when to look again at the latest; null: when woken. A failing round does not end the loop. */
export function workerLoop(
  clock: Clock,
  round: () => Promise<Date | null>,
  onError: (error: unknown) => void,
): WorkerLoop {
  let running: Promise<void> | null = null
  let isStopped = false
  let isWoken = false
  let rest = new AbortController()

  function wake(): void {
    isWoken = true
    rest.abort()
  }

  async function run(): Promise<void> {
    while (!isStopped) {
      isWoken = false
      const until = await round().catch((error: unknown) => {
        onError(error)
        return null
      })
      if (isWoken || isStopped) continue
      const ms = until ? Math.min(Math.max(until.getTime() - clock.now().getTime(), 1), IDLE_MS) : IDLE_MS
      rest = new AbortController()
      await sleep(ms, undefined, { signal: rest.signal }).catch(() => undefined)
    }
  }

  return {
    start: () => {
      running ??= run()
    },
    wake,
    stop: async () => {
      isStopped = true
      wake()
      await running
    },
  }
}
