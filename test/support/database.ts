import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import { pino } from 'pino'
import type { Listening } from '../../src/store/announcements.ts'
import { embeddedAnnouncements } from '../../src/store/embedded-announcements.ts'
import { embeddedDatabase } from '../../src/store/embedded-database.ts'
import { embeddedPool } from '../../src/store/embedded-pool.ts'
import { openStore, type Store, storeOver } from '../../src/store/open.ts'
import { useOf } from '../../src/store/pool-use.ts'
import { prismaAdapter } from '../../src/store/prisma-adapter.ts'
import { compileOnce } from './compiled-once.ts'
import { freshDatabase, migrationsHash } from './embedded-image.ts'

await compileOnce()

export const silentLog = pino({ level: 'silent' })

/**
 * A migrated, empty database in memory, of its own until the store is closed. A worker then keeps it, emptied, for whoever comes next, with
 * the client and the connection, which know plans by then; whoever still holds the closed store can do nothing with it.
 */
export async function freshEmbedded(): Promise<Store> {
  const taken = kept ?? (await opened())
  kept = undefined
  const { proxy: prisma, revoke } = Proxy.revocable(taken.store.prisma, {})
  const listening: Listening[] = []
  const close = async () => {
    revoke()
    for (const one of listening) await one.close()
    if (kept === undefined && (await isIdle(taken.store)) && (await isEmptied(taken))) kept = taken
    else await taken.store.close()
  }
  let closing: Promise<void> | undefined
  return {
    ...taken.store,
    prisma,
    listen: listener => {
      const one = taken.store.listen(listener)
      listening.push(one)
      return one
    },
    close: () => {
      closing ??= close()
      return closing
    },
  }
}

interface Kept {
  database: PGlite
  store: Store
  /** What `schemaOf` said when it was new. */
  schema: string
}

let kept: Kept | undefined

async function opened(): Promise<Kept> {
  const database = await freshDatabase()
  const schema = await schemaOf(database)
  const announcements = embeddedAnnouncements()
  const pool = embeddedPool(embeddedDatabase(database), announcements)
  const close = async () => {
    await pool.end()
    await database.close()
  }
  const { listen } = announcements
  const open = { adapter: prismaAdapter(pool), poolUse: () => useOf(pool), listen, appliedMigrations: [], close }
  return { database, store: storeOver(open, 'embedded'), schema }
}

/** What was begun comes to its end; not where it takes longer than any test waits for. */
async function isIdle({ poolUse }: Store): Promise<boolean> {
  for (let tries = 0; tries < 2_000; tries++) {
    const { total, idle, waiting } = poolUse()
    if (total === idle && waiting === 0) return true
    await sleep(5)
  }
  return false
}

/** Makes it as it was when it was new; not when a test has broken it or changed its schema. */
async function isEmptied({ database, schema }: Kept): Promise<boolean> {
  try {
    await database.exec('ROLLBACK')
    await database.exec(SESSION_ANEW)
    const { rows } = await database.query<{ name: string }>(WRITTEN)
    const written = rows.map(({ name }) => name)
    const deleted = written.map(name => `DELETE FROM ${name}`)
    await database.exec(
      ['SET session_replication_role = replica', ...deleted, 'RESET session_replication_role'].join(';'),
    )
    await database.exec(`VACUUM ${[...written, 'pg_class'].join()}`)
    await database.query(AS_NEVER_LOOKED_AT)
    await database.query(SEQUENCES_AGAIN)
    await database.exec('CHECKPOINT')
    return (await schemaOf(database)) === schema
  } catch {
    return false
  }
}

/** All that DISCARD ALL does, but for what the connection knows by heart: its prepared statements and to what it listens. */
const SESSION_ANEW = `
  CLOSE ALL; RESET SESSION AUTHORIZATION; RESET ALL; SET TIME ZONE 'UTC'; DISCARD TEMP; DISCARD SEQUENCES;
  SELECT pg_advisory_unlock_all()`

/**
 * What the migrations fill is theirs; all else is of the tests. Only what was written to is emptied, row by row, and has no size again
 * afterwards: to truncate all tables took longer than most tests.
 */
const WRITTEN = `
  SELECT quote_ident(relname) AS name FROM pg_class
  WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname <> '_prisma_migrations' AND pg_relation_size(oid) > 0`

/** Of a table that is known to be empty statements would be planned as if it stayed so. */
const AS_NEVER_LOOKED_AT = `
  UPDATE pg_class SET reltuples = -1, relpages = 0
  WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND reltuples >= 0`

const SEQUENCES_AGAIN = `
  SELECT setval(format('%I.%I', schemaname, sequencename)::regclass, start_value, false) FROM pg_sequences
  WHERE schemaname = 'public' AND last_value IS NOT NULL`

/** Differs as soon as a table, function, trigger, rule or setting of the database was added, changed or dropped. */
async function schemaOf(database: PGlite): Promise<string> {
  const catalogs = ['pg_attribute', 'pg_proc', 'pg_trigger', 'pg_constraint', 'pg_index', 'pg_namespace']
  const of = (name: string) => `SELECT count(*) || '/' || coalesce(max(xmin::text::bigint), 0) AS one FROM ${name}`
  const { rows } = await database.query([...catalogs, 'pg_db_role_setting'].map(of).join(' UNION ALL '))
  return JSON.stringify(rows)
}

export interface ServerDatabase {
  readonly databaseUrl: string
  drop(): Promise<void>
}

/** A migrated, empty database of its own on the server named by TEST_POSTGRES_URL; dropped when the store is closed. */
export async function freshPostgres(): Promise<Store & { readonly databaseUrl: string }> {
  const { databaseUrl, drop } = await createDatabase(await migratedTemplate())
  const store = await openStore({ dataDir: '', databaseUrl, log: silentLog })
  const close = async () => {
    await store.close()
    await drop()
  }
  return { ...store, databaseUrl, close }
}

/** A database with nothing in it, not even the migrations table. */
export function emptyPostgres(): Promise<ServerDatabase> {
  return createDatabase('template1')
}

async function createDatabase(template: string): Promise<ServerDatabase> {
  const name = `thidua_test_${randomBytes(8).toString('hex')}`
  await asAdmin(admin => admin.query(`CREATE DATABASE ${name} TEMPLATE ${template}`))
  return {
    databaseUrl: addressOf(name),
    drop: async () => {
      await asAdmin(admin => admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`))
    },
  }
}

/** Made under another name and renamed when it is complete, by one of the callers that come together. */
async function migratedTemplate(): Promise<string> {
  const name = `thidua_template_${await migrationsHash()}`
  await asAdmin(async admin => {
    await admin.query('SELECT pg_advisory_lock(1142024001)')
    const { rowCount } = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])
    if (rowCount) return
    const draft = `${name}_new`
    await admin.query(`DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`)
    await admin.query(`CREATE DATABASE ${draft} TEMPLATE template1`)
    const store = await openStore({ dataDir: '', databaseUrl: addressOf(draft), log: silentLog })
    await store.close()
    await admin.query(`ALTER DATABASE ${draft} RENAME TO ${name}`)
  })
  return name
}

async function asAdmin<T>(work: (admin: pg.Client) => Promise<T>): Promise<T> {
  const admin = new pg.Client({ connectionString: serverAddress() })
  await admin.connect()
  try {
    return await work(admin)
  } finally {
    await admin.end()
  }
}

function serverAddress(): string {
  const address = process.env.TEST_POSTGRES_URL
  if (!address) throw new Error('TEST_POSTGRES_URL must name a PostgreSQL server on which databases may be created')
  return address
}

function addressOf(database: string): string {
  const address = new URL(serverAddress())
  address.pathname = `/${database}`
  return address.href
}
