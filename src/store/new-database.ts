import { access, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import { connectionFailure, parseAddress } from './connection-failure.ts'
import { embeddedDatabase } from './embedded-database.ts'
import { openFolder } from './embedded-folder.ts'
import { embeddedPool } from './embedded-pool.ts'
import { DatabaseUnreachable } from './errors.ts'
import { lockFolder } from './folder-lock.ts'
import { migrate } from './migrate.ts'
import type { Migration } from './migrations.ts'
import { closeInside, makeOwnFolder } from './own-folder.ts'
import { connect, NOWHERE } from './postgres.ts'
import { prismaAdapter } from './prisma-adapter.ts'

/** Where and from what a database is made anew. */
export interface NewDatabase {
  /** What it is brought to before it is filled. */
  migrations: readonly Migration[]
  fill(client: pg.ClientBase): Promise<void>
}

/**
 * Makes the embedded database of a data folder that has none, beside its place, and moves it there when it is whole: whatever breaks
 * off leaves only rubbish, which the next time clears away. False: there is one already, and nothing was done.
 *
 * @throws DataFolderLocked, DataFolderUnusable, MigrationFailed, and what `fill` throws
 */
export async function makeEmbedded(dataDir: string, { migrations, fill }: NewDatabase): Promise<boolean> {
  await makeOwnFolder(dataDir)
  const lock = await lockFolder(dataDir, () => undefined)
  try {
    const folder = join(dataDir, 'pg')
    if (await exists(folder)) return false
    const draft = `${folder}.restoring`
    await rm(draft, { recursive: true, force: true })
    const database = embeddedDatabase(await openFolder(draft))
    const pool = embeddedPool(database)
    try {
      await migrate(prismaAdapter(pool), migrations)
      await withClient(pool, fill)
    } finally {
      await pool.end()
      await database.close()
    }
    await rename(draft, folder)
    await closeInside(dataDir)
    return true
  } finally {
    await lock.release()
  }
}

/**
 * The same on a server, whose database must hold no rows: none at all, or what an attempt that was broken off has left. False: there is
 * something in it, and nothing was done.
 *
 * @throws DatabaseUnreachable, DatabaseOccupied, MigrationFailed, and what `fill` throws
 */
export async function fillPostgres(databaseUrl: string, { migrations, fill }: NewDatabase): Promise<boolean> {
  const address = parseAddress(databaseUrl)
  if (!address) throw new DatabaseUnreachable({ ...NOWHERE, reason: 'bad-address' })
  const pool = connect(databaseUrl, 1, () => undefined)
  try {
    const isEmpty = await withClient(pool, holdsNothing).catch(error => {
      throw connectionFailure(error, address)
    })
    if (!isEmpty) return false
    await migrate(prismaAdapter(pool), migrations)
    await withClient(pool, fill)
    return true
  } finally {
    await pool.end()
  }
}

async function withClient<T>(pool: pg.Pool, work: (client: pg.ClientBase) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    return await work(client)
  } finally {
    client.release()
  }
}

async function holdsNothing(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ name: string }>(`
    SELECT quote_ident(tablename) AS name FROM pg_tables
    WHERE schemaname = current_schema() AND tablename <> '_prisma_migrations'`)
  for (const { name } of rows) {
    const found = await client.query(`SELECT FROM ${name} LIMIT 1`)
    if (found.rowCount !== 0) return false
  }
  return true
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
