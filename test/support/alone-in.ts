import { mkdirSync } from 'node:fs'
import lockfile from 'proper-lockfile'

/** Makes the folder when it is missing, and does something in it that no other process does meanwhile. */
export async function aloneIn<T>(folder: string, work: () => Promise<T>): Promise<T> {
  mkdirSync(folder, { recursive: true })
  const release = await lockfile.lock(folder, { stale: 60_000, retries: { retries: 600, factor: 1, minTimeout: 100 } })
  try {
    return await work()
  } finally {
    await release()
  }
}
