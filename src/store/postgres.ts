import pg from 'pg'
import { connectionFailure, parseAddress } from './connection-failure.ts'
import type { OpenDatabase } from './embedded.ts'
import { DatabaseUnreachable, MigrationFailed } from './errors.ts'
import { migrate } from './migrate.ts'
import type { Migration } from './migrations.ts'
import { useOf } from './pool-use.ts'
import { prismaAdapter } from './prisma-adapter.ts'
import { listenOnServer } from './server-announcements.ts'

const CONNECT_TIMEOUT_MS = 5_000

/**
 * A pool on a PostgreSQL server (14 or later), whose database is migrated. Any number of instances may do this at once.
 * Waits at most five seconds for the server.
 *
 * @throws DatabaseUnreachable, DatabaseOccupied, MigrationFailed, MigrationEdited, DatabaseNewer
 */
export async function openPostgres(
  databaseUrl: string,
  migrations: readonly Migration[],
  onPoolError: (error: Error) => void,
): Promise<OpenDatabase> {
  const address = parseAddress(databaseUrl)
  if (!address) throw new DatabaseUnreachable({ ...NOWHERE, reason: 'bad-address' })
  const appliedMigrations = await migrateServer(databaseUrl, address, migrations)
  const pool = connect(databaseUrl, POOL_SIZE, onPoolError)
  return {
    adapter: prismaAdapter(pool),
    appliedMigrations,
    poolUse: () => useOf(pool),
    listen: listener => listenOnServer(settingsOf(databaseUrl), listener, onPoolError),
    close: () => pool.end(),
  }
}

export const NOWHERE = { host: '', port: '', database: '', user: '', detail: '' }
const POOL_SIZE = 10

async function migrateServer(databaseUrl: string, address: URL, migrations: readonly Migration[]) {
  let lost: Error | undefined
  const pool = connect(databaseUrl, 1, error => {
    lost = error
  })
  try {
    await pool.query('SELECT 1').catch(error => {
      throw connectionFailure(error, address)
    })
    // One connection, and never a second one: what follows the loss of the first would run outside of the transaction.
    pool.on('connect', () => {
      lost ??= new Error('the connection was lost during the migration')
    })
    const adapter = prismaAdapter(pool)
    const refuseIfLost = async <T>(work: () => Promise<T>): Promise<T> => {
      if (lost) throw lost
      return work()
    }
    return await migrate(
      {
        ...adapter,
        connect: async () => {
          const connection = await adapter.connect()
          return {
            ...connection,
            queryRaw: query => refuseIfLost(() => connection.queryRaw(query)),
            executeRaw: query => refuseIfLost(() => connection.executeRaw(query)),
            executeScript: sql => refuseIfLost(() => connection.executeScript(sql)),
          }
        },
      },
      migrations,
    )
  } catch (error) {
    if (error instanceof MigrationFailed && /permission denied/.test(error.params.detail))
      throw connectionFailure(Object.assign(new Error(error.params.detail), { code: '42501' }), address)
    throw error
  } finally {
    await pool.end()
  }
}

function settingsOf(connectionString: string): pg.ClientConfig {
  return {
    connectionString,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
    application_name: 'thidua',
  }
}

export function connect(connectionString: string, max: number, onPoolError: (error: Error) => void): pg.Pool {
  const pool = new pg.Pool({
    ...settingsOf(connectionString),
    max,
    idleTimeoutMillis: max === 1 ? 0 : 30_000,
    // The adapter writes and reads instants as UTC without saying so: a server in another zone would shift them. To compile a
    // statement takes longer than to run any of ours.
    onConnect: async client => {
      await client.query(`SET TIME ZONE 'UTC'; SET jit = off`)
    },
  })
  pool.on('error', onPoolError)
  return pool
}
