import type { Taken } from '../take-event.ts'
import { type PressTime, pressTimes } from './press-times.ts'
import { chatOf, telegramUpdate } from './update.ts'

export interface Failure {
  /** What was thrown; null: it was only said that it must come again. */
  error: unknown
}

export interface UpdatesInHand {
  /** Takes what a poll brought; what is in hand or stored already is left as it is. `emptied`: see `PressTime.from`. */
  put(batch: readonly unknown[], emptied: Date | undefined): void
  /** The lowest update that is not stored, which confirms all before; else the one after the last. */
  offset(): number | undefined
  /** When nothing is in hand any more, or something could not be stored. */
  settled(): Promise<void>
  /** What could not be stored since this was asked last; null: nothing. */
  failure(): Failure | null
  /** When nothing is in hand any more. */
  finished(): Promise<void>
}

/**
 * Stores updates, each chat in its own order and for itself: who writes a hundred messages has them waiting here while others are taken.
 * What could not be stored is forgotten with all that follows in its chat, but for the time when it came first: Telegram brings it again.
 */
export function updatesInHand(take: (raw: unknown, pressTime: PressTime) => Promise<Taken>): UpdatesInHand {
  /** Known and not stored, with what the first poll told of the time. */
  const waiting = new Map<number, PressTime>()
  /** Stored behind one that is not. */
  const stored = new Set<number>()
  const queues = new Map<number | null, unknown[]>()
  const running = new Set<Promise<void>>()
  let after: number | undefined
  let failure: Failure | null = null
  let fails: () => void = () => undefined
  const fail = (error: unknown) => {
    failure ??= { error }
    fails()
  }

  async function run(chat: number | null, queue: unknown[]): Promise<void> {
    try {
      while (queue.length > 0) {
        const [raw] = queue
        const id = idOf(raw)
        if ((await take(raw, waiting.get(id) ?? {})) === 'again') return fail(null)
        waiting.delete(id)
        stored.add(id)
        queue.shift()
      }
    } catch (error) {
      fail(error)
    } finally {
      queues.delete(chat)
    }
  }

  function put(batch: readonly unknown[], emptied: Date | undefined): void {
    const times = pressTimes(batch)
    const inHand = new Set([...queues.values()].flat().map(idOf))
    if (batch.length > 0) after = Math.max(...batch.map(idOf)) + 1
    for (const raw of batch) {
      const id = idOf(raw)
      if (inHand.has(id) || stored.has(id)) continue
      const by = times.get(id)
      if (!waiting.has(id)) waiting.set(id, { ...(emptied ? { from: emptied } : {}), ...(by ? { by } : {}) })
      const chat = chatIn(raw)
      const queue = queues.get(chat)
      // A queue that runs sees what is put behind it.
      if (queue) queue.push(raw)
      else start(chat, raw)
    }
  }

  function start(chat: number | null, raw: unknown): void {
    const queue = [raw]
    queues.set(chat, queue)
    const work = run(chat, queue)
    running.add(work)
    void work.finally(() => running.delete(work))
  }

  const finished = async () => void (await Promise.allSettled(running))
  return {
    put,
    offset: () => {
      const next = waiting.size > 0 ? Math.min(...waiting.keys()) : after
      for (const id of stored) if (next !== undefined && id < next) stored.delete(id)
      return next
    },
    settled: () =>
      Promise.race([
        finished(),
        new Promise<void>(resolve => {
          fails = resolve
          if (failure) resolve()
        }),
      ]),
    failure: () => {
      const had = failure
      failure = null
      return had
    },
    finished,
  }
}

function chatIn(raw: unknown): number | null {
  const parsed = telegramUpdate.safeParse(raw)
  return parsed.success ? chatOf(parsed.data) : null
}

function idOf(raw: unknown): number {
  return typeof raw === 'object' && raw !== null && 'update_id' in raw ? Number(raw.update_id) : 0
}
