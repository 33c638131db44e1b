import { Duplex } from 'node:stream'
import type { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import type { EmbeddedAnnouncements } from './embedded-announcements.ts'
import type { EmbeddedDatabase } from './embedded-database.ts'

/**
 * The database in this process, as a pool of node-postgres: the same driver as for a server, and every statement that is used
 * again is prepared once. There is one connection, because PGlite is one session; whoever asks while it is taken waits.
 * The caller closes the database, after the pool has ended; nobody else may use it meanwhile.
 */
export function embeddedPool(database: EmbeddedDatabase, announcements?: EmbeddedAnnouncements): pg.Pool {
  const pool = new pg.Pool({
    max: 1,
    idleTimeoutMillis: 0,
    // Said in full, so that nothing is taken from an environment that is meant for a server.
    user: 'postgres',
    database: 'postgres',
    ssl: false,
    stream: () => new EmbeddedConnection(database),
    // The session outlives a connection: what a lost one has left in it is cleared away.
    onConnect: async client => {
      await client.query('ROLLBACK')
      await client.query('DISCARD ALL')
      await client.query(`SET TIME ZONE 'UTC'`)
      await announcements?.connected(client)
    },
  })
  // A connection that was lost is replaced; who used it has been told.
  pool.on('error', () => undefined)
  return pool
}

/** What a socket to a server is to node-postgres: messages go in, the answers come out. */
class EmbeddedConnection extends Duplex {
  readonly #database: EmbeddedDatabase
  /** The one that this connection was made to. */
  #session: PGlite | null = null

  constructor(database: EmbeddedDatabase) {
    super()
    this.#database = database
  }

  connect(): this {
    this.#database.working().then(
      session => {
        this.#session = session
        this.emit('connect')
      },
      error => this.destroy(error),
    )
    return this
  }

  // What only a socket needs, and node-postgres calls.
  setNoDelay(): void {}
  ref(): void {}
  unref(): void {}

  override _read(): void {
    // Answers are pushed as they come.
  }

  override _write(message: Buffer, _encoding: BufferEncoding, done: Done): void {
    this.#carryOut(message).then(() => done(), done)
  }

  override _writev(messages: readonly { chunk: Buffer }[], done: Done): void {
    this.#carryOut(Buffer.concat(messages.map(({ chunk }) => chunk))).then(() => done(), done)
  }

  override _final(done: Done): void {
    this.push(null)
    done()
  }

  async #carryOut(messages: Buffer): Promise<void> {
    if (!this.#session) return
    const answers = await this.#database.carryOut(this.#session, messages)
    if (answers.length > 0) this.push(Buffer.concat(answers))
  }
}

type Done = (error?: Error | null) => void
