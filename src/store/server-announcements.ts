import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { announced, type Listener, type Listening } from './announcements.ts'

/** How long after a lost connection the next one is tried, and how often `missed` is called meanwhile. */
const RETRY_MS = 5_000
/** How often a connection on which nothing comes is asked whether it is still there: a cut cable says nothing. */
const PROBE_MS = 30_000

/**
 * Listens on a connection of its own, because those of a pool come and go. A lost connection is made anew for as long as it takes.
 * The one statement that an idle listener costs is a probe every half minute.
 */
export function listenOnServer(
  settings: pg.ClientConfig,
  listener: Listener,
  onLost: (error: Error) => void,
): Listening {
  const closing = new AbortController()
  const { signal } = closing

  async function once(): Promise<void> {
    const client = new pg.Client({ ...settings, query_timeout: RETRY_MS })
    const lost = new Promise<never>((_, reject) => {
      client.on('error', reject)
      client.on('end', () => reject(new Error('the connection for announcements has ended')))
    })
    // Whoever still waits for it is told below; nobody may wait yet.
    lost.catch(() => undefined)
    client.on('notification', ({ payload = '' }) => listener.heard(payload))
    try {
      await client.connect()
      await client.query(`LISTEN ${announced}`)
      listener.missed()
      while (!signal.aborted) {
        await Promise.race([sleep(PROBE_MS, undefined, { signal, ref: false }).catch(() => undefined), lost])
        if (!signal.aborted) await client.query('SELECT 1')
      }
    } finally {
      await client.end().catch(() => undefined)
    }
  }

  async function run(): Promise<void> {
    while (!signal.aborted) {
      await once().catch(onLost)
      if (signal.aborted) return
      listener.missed()
      await sleep(RETRY_MS, undefined, { signal, ref: false }).catch(() => undefined)
    }
  }

  const running = run()
  return {
    close: async () => {
      closing.abort()
      await running
    },
  }
}
