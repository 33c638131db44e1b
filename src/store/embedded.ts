import { access, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import type { PGlite } from '@electric-sql/pglite'
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import type { Listener, Listening } from './announcements.ts'
import { embeddedAnnouncements } from './embedded-announcements.ts'
import { embeddedDatabase } from './embedded-database.ts'
import { openFolder } from './embedded-folder.ts'
import { embeddedPool } from './embedded-pool.ts'
import { type DataFolderFault, DataFolderUnusable, StoreError } from './errors.ts'
import { lockFolder } from './folder-lock.ts'
import { migrate } from './migrate.ts'
import type { Migration } from './migrations.ts'
import { closeInside, makeOwnFolder } from './own-folder.ts'
import { type PoolUse, useOf } from './pool-use.ts'
import { prismaAdapter } from './prisma-adapter.ts'

export interface OpenDatabase {
  readonly adapter: SqlMigrationAwareDriverAdapterFactory
  readonly appliedMigrations: readonly string[]
  poolUse(): PoolUse
  /** Calls `listener` with what any process on this database announces. */
  listen(listener: Listener): Listening
  /** Closes connections and gives up locks. The database must not be in use any more. */
  close(): Promise<void>
}

/** Major version of the PostgreSQL inside PGlite: a folder written by another one cannot be opened. */
export const EMBEDDED_MAJOR = '18'

/**
 * PostgreSQL in this process, kept in `<dataDir>/pg`, migrated. The folder is made when it is missing, and is its owner's alone.
 *
 * A new database is built beside its place and moved there when it is complete: a kill during the very first start
 * leaves no half-made database, only rubbish that the next start clears away.
 *
 * @throws DataFolderLocked, DataFolderUnusable, MigrationFailed, MigrationEdited, DatabaseNewer
 */
export async function openEmbedded(
  dataDir: string,
  migrations: readonly Migration[],
  onLockLost: () => void,
): Promise<OpenDatabase> {
  const lock = await claim(dataDir, onLockLost)
  try {
    await naming(dataDir, closeInside(dataDir))
    const folder = join(dataDir, 'pg')
    const created = (await exists(folder)) ? [] : await create(folder, migrations)
    await refuseOtherVersion(folder)
    const database = databaseOver(await naming(dataDir, openFolder(folder)), () => openFolder(folder))
    try {
      const applied = await migrate(database.adapter, migrations)
      // PGlite makes files of its own while it is created and opened, and asks nobody with which mode.
      await naming(dataDir, closeInside(dataDir))
      const close = async () => {
        await database.close()
        await lock.release()
      }
      return { ...database, appliedMigrations: [...created, ...applied], close }
    } catch (error) {
      await database.close()
      throw error
    }
  } catch (error) {
    await lock.release()
    throw error
  }
}

/** Prisma over an open PGlite, which belongs to it from now on; `open` opens it again when it has crashed. */
export function databaseOver(first: PGlite, open?: () => Promise<PGlite>): Omit<OpenDatabase, 'appliedMigrations'> {
  const database = embeddedDatabase(first, open)
  const announcements = embeddedAnnouncements()
  const pool = embeddedPool(database, announcements)
  const close = async () => {
    await pool.end()
    await database.close()
  }
  return { adapter: prismaAdapter(pool), poolUse: () => useOf(pool), listen: announcements.listen, close }
}

async function claim(dataDir: string, onLockLost: () => void) {
  await naming(dataDir, makeOwnFolder(dataDir))
  return naming(dataDir, lockFolder(dataDir, onLockLost))
}

async function create(folder: string, migrations: readonly Migration[]): Promise<readonly string[]> {
  const draft = `${folder}.creating`
  await naming(folder, rm(draft, { recursive: true, force: true }))
  // To compile what runs once a second time, faster, takes a hundred megabytes that this process would never give back.
  setFlagsFromString('--liftoff-only')
  try {
    const database = databaseOver(await naming(folder, openFolder(draft)))
    const applied = await migrate(database.adapter, migrations).finally(() => database.close())
    await naming(folder, rename(draft, folder))
    return applied
  } finally {
    setFlagsFromString('--no-liftoff-only')
  }
}

async function refuseOtherVersion(folder: string): Promise<void> {
  const version = await readFile(join(folder, 'PG_VERSION'), 'utf8').catch(() => '')
  if (version.trim() === EMBEDDED_MAJOR) return
  const reason = version ? 'other-version' : 'damaged'
  throw new DataFolderUnusable({ folder, reason, detail: `PG_VERSION=${version.trim()}` })
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}

async function naming<T>(folder: string, work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (error instanceof StoreError) throw error
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    const detail = error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error)
    throw new DataFolderUnusable({ folder, reason: FAULTS[code] ?? 'damaged', detail }, error)
  }
}

const FAULTS: Readonly<Record<string, DataFolderFault>> = {
  EACCES: 'not-writable',
  EPERM: 'not-writable',
  EROFS: 'not-writable',
  EEXIST: 'not-a-folder',
  ENOTDIR: 'not-a-folder',
  ENOSPC: 'no-space',
  EDQUOT: 'no-space',
}
