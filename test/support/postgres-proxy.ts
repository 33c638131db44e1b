import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** Where a conversation with the server ends. */
export interface Interruption {
  /** The statement still reaches the server; what it answers reaches nobody. */
  isForwarded: boolean
  /** Called at that moment: before the statement, or when the answer is there. */
  broken(cut: () => void): void
}

/** Sees each statement before it is forwarded, and those before it in its transaction; null: it goes its way. */
export type Watching = (sql: string, before: readonly string[]) => Interruption | null

export interface PostgresProxy {
  /** The address of a database as it is reached through here. */
  through(databaseUrl: string): string
  watch(watching: Watching | null): void
  close(): Promise<void>
}

/** Stands on loopback between a client and its server, and can break off at any statement. */
export async function postgresProxy(serverUrl: string): Promise<PostgresProxy> {
  const { hostname, port } = new URL(serverUrl)
  const sockets = new Set<Socket>()
  let watching: Watching | null = null
  const server = createServer(client => {
    const upstream = connect(Number(port), hostname)
    const cut = () => {
      client.destroy()
      upstream.destroy()
    }
    for (const socket of [client, upstream]) {
      sockets.add(socket)
      socket.on('error', cut).on('close', () => {
        sockets.delete(socket)
        cut()
      })
    }
    const statementsIn = statementReader()
    let transaction: string[] = []
    let end: Interruption | null = null
    client.on('data', bytes => {
      if (end) return
      let before = bytes.length
      for (const { sql, at } of statementsIn(bytes)) {
        if (sql === 'BEGIN') transaction = []
        const interruption: Interruption | null = end ? null : (watching?.(sql, transaction) ?? null)
        if (interruption) before = at
        end ??= interruption
        transaction.push(sql)
      }
      if (!end || end.isForwarded) upstream.write(bytes)
      // What came before it in the same piece has been sent before it.
      else upstream.write(bytes.subarray(0, before), () => end?.broken(cut))
    })
    upstream.on('data', bytes => {
      if (end) end.broken(cut)
      else client.write(bytes)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    through: databaseUrl => {
      const address = new URL(databaseUrl)
      address.hostname = '127.0.0.1'
      address.port = String((server.address() as AddressInfo).port)
      return address.href
    },
    watch: given => {
      watching = given
    },
    close: async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

interface Statement {
  sql: string
  /** Where it begins in the piece that ends it. */
  at: number
}

/** The statements in what a client sends: those of simple queries, and prepared ones each time they are carried out. */
function statementReader(): (bytes: Buffer) => Statement[] {
  const prepared = new Map<string, string>()
  let rest: Buffer = Buffer.alloc(0)
  let isStarted = false

  function read(type: string, body: Buffer): string[] {
    const [first = '', second = ''] = body.toString('utf8').split('\0')
    if (type === 'P') prepared.set(first, second)
    if (type === 'B') return [prepared.get(second) ?? '']
    return type === 'Q' ? [first] : []
  }

  return bytes => {
    let at = -rest.length
    rest = Buffer.concat([rest, bytes])
    const found: Statement[] = []
    for (;;) {
      // The first message has no type.
      const head = isStarted ? 1 : 0
      if (rest.length < head + 4) return found
      const end = head + rest.readUInt32BE(head)
      if (rest.length < end) return found
      const said = isStarted ? read(String.fromCharCode(rest[0] ?? 0), rest.subarray(5, end)) : []
      found.push(...said.map(sql => ({ sql, at: Math.max(at, 0) })))
      isStarted = true
      rest = rest.subarray(end)
      at += end
    }
  }
}
