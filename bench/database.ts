import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { PrismaPg } from '@prisma/adapter-pg'
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import pg from 'pg'
import { PrismaPGlite } from 'pglite-prisma-adapter'
import { pino } from 'pino'
import { embeddedAnnouncements } from '../src/store/embedded-announcements.ts'
import { embeddedDatabase } from '../src/store/embedded-database.ts'
import { embeddedPool } from '../src/store/embedded-pool.ts'
import { migrate } from '../src/store/migrate.ts'
import { readMigrations } from '../src/store/migrations.ts'
import { openStore, type Store, storeOver } from '../src/store/open.ts'
import { useOf } from '../src/store/pool-use.ts'
import { prismaAdapter } from '../src/store/prisma-adapter.ts'
import { statementNames } from '../src/store/statement-names.ts'

export type Run = (sql: string, values?: readonly unknown[]) => Promise<void>

/** A migrated database of the product, and a driver of its own beside Prisma for what is written by hand. */
export interface BenchDatabase {
  kind: 'PostgreSQL' | 'PGlite'
  /** For another client on the same database: the adapter that is published for it, and the one the product has. */
  adapters: { published: SqlMigrationAwareDriverAdapterFactory; own: SqlMigrationAwareDriverAdapterFactory }
  store: Store
  /** One statement, a transaction by itself. */
  run: Run
  /** Several statements in one transaction. */
  transaction(work: (run: Run) => Promise<void>): Promise<void>
  close(): Promise<void>
}

export const silentLog = pino({ level: 'silent' })

/** The embedded database in a folder, as the product keeps it. */
export async function openPglite(): Promise<BenchDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'thidua-bench-'))
  const database = await PGlite.create(join(folder, 'pg'))
  const announcements = embeddedAnnouncements()
  const pool = embeddedPool(embeddedDatabase(database), announcements)
  const adapter = prismaAdapter(pool)
  const appliedMigrations = await migrate(adapter, await readMigrations())
  const store = storeOver(
    {
      ...{ adapter, appliedMigrations, poolUse: () => useOf(pool) },
      ...{ listen: announcements.listen, close: () => database.close() },
    },
    'embedded',
  )
  return {
    kind: 'PGlite',
    adapters: { published: new PrismaPGlite(database), own: adapter },
    store,
    ...prepared(pool),
    close: async () => {
      await store.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** A database of its own on the server, which is dropped at the end. */
export async function openPostgres(serverUrl: string): Promise<BenchDatabase> {
  const name = `thidua_bench_${randomBytes(6).toString('hex')}`
  await once(serverUrl, `CREATE DATABASE ${name}`)
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  const store = await openStore({ dataDir: '', databaseUrl: url.href, log: silentLog })
  const pool = new pg.Pool({ connectionString: url.href, max: 1 })
  return {
    kind: 'PostgreSQL',
    adapters: { published: new PrismaPg(pool, { statementNameGenerator: statementNames() }), own: prismaAdapter(pool) },
    store,
    ...prepared(pool),
    close: async () => {
      await pool.end()
      await store.close()
      await once(serverUrl, `DROP DATABASE ${name} WITH (FORCE)`)
    },
  }
}

/** Statements by hand, prepared once a connection, as the product's are. */
function prepared(pool: pg.Pool): Pick<BenchDatabase, 'run' | 'transaction'> {
  const names = new Map<string, string>()
  const over =
    (client: pg.Pool | pg.PoolClient): Run =>
    async (sql, values) => {
      const known = names.get(sql) ?? `h${names.size}`
      names.set(sql, known)
      await client.query({ name: known, text: sql, values: [...(values ?? [])] })
    }
  return {
    run: over(pool),
    transaction: async work => {
      const client = await pool.connect()
      await client.query('BEGIN')
      await work(over(client))
      await client.query('COMMIT')
      client.release()
    },
  }
}

async function once(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(sql)
  await client.end()
}
