import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'

export interface Arrival {
  key: string
  account: string
  /** The simulated instant and the number of the tick at which it arrived. */
  at: string
  tick: number
}

export interface Platform {
  url: string
  /** Everything that reached a person, in order. */
  arrivals: readonly Arrival[]
  /** What time it is for the arrivals to come. */
  setTime(at: string, tick: number): void
  close(): Promise<void>
}

/**
 * Stands for a chat platform and counts what reached a person. By the seed it now and then says «busy» before it takes a
 * message, and cuts the connection after it has taken one, so that the sender cannot know.
 */
export async function startPlatform(seed: number): Promise<Platform> {
  const arrivals: Arrival[] = []
  const refusedOnce = new Set<string>()
  let now = { at: '', tick: 0 }
  const server = createServer(async (request, response) => {
    const { key, account } = JSON.parse(await text(request)) as { key: string; account: string }
    const fate = createHash('sha256').update(`${seed}|${key}`).digest().readUInt16BE(0) % 100
    if (fate === 0 && !refusedOnce.has(key)) {
      refusedOnce.add(key)
      response.writeHead(503).end()
      return
    }
    arrivals.push({ key, account, ...now })
    if (fate === 1) response.destroy()
    else response.writeHead(200).end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('the platform has no address')
  return {
    url: `http://127.0.0.1:${address.port}/`,
    arrivals,
    setTime: (at, tick) => {
      now = { at, tick }
    },
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
