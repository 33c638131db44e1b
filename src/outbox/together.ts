/**
 * Does the same to many things, a batch at a time: what comes while a batch is under way, and in the same moment, goes together.
 * Nothing waits for a batch to fill up. When a batch fails, each of it is tried once more by itself, so that one
 * that cannot be done spoils no other.
 */
export function together<T>(most: number, work: (batch: readonly T[]) => Promise<void>): (one: T) => Promise<void> {
  const waiting: Waiting<T>[] = []
  let isUnderWay = false

  async function run(): Promise<void> {
    while (waiting.length > 0) await carryOut(waiting.splice(0, most), work)
    isUnderWay = false
  }

  return one =>
    new Promise((done, failed) => {
      waiting.push({ one, done, failed })
      if (isUnderWay) return
      isUnderWay = true
      queueMicrotask(() => void run())
    })
}

interface Waiting<T> {
  one: T
  done(): void
  failed(error: unknown): void
}

async function carryOut<T>(batch: readonly Waiting<T>[], work: (batch: readonly T[]) => Promise<void>): Promise<void> {
  try {
    await work(batch.map(({ one }) => one))
    for (const { done } of batch) done()
  } catch {
    for (const { one, done, failed } of batch) await work([one]).then(done, failed)
  }
}
