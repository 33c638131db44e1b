import type { SqlDriverAdapter, SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import { DatabaseNewer, DatabaseOccupied, MigrationEdited, MigrationFailed } from './errors.ts'
import { type Migration, migrationList } from './migrations.ts'
import { everyTable, startSchemaEngine } from './schema-engine.ts'

/**
 * Brings a database to the given migrations and returns the names of those applied now (none when it is up to date,
 * which costs one query).
 *
 * Each migration is one transaction together with its line in the migrations table: a failure or a kill leaves the
 * database as it was before that migration, and the next start goes on from there. Instances that start together take
 * turns (advisory lock); the later ones find nothing left to do.
 *
 * `adapter` must lead to one single connection that nobody else uses meanwhile.
 *
 * @throws MigrationFailed, MigrationEdited, DatabaseNewer, DatabaseOccupied
 */
export async function migrate(
  adapter: SqlMigrationAwareDriverAdapterFactory,
  migrations: readonly Migration[],
): Promise<readonly string[]> {
  const connection = await adapter.connect()
  try {
    const known = await appliedMigrations(connection)
    checkHistory(migrations, known)
    if (migrations.every(({ name }) => known.has(name))) return []
    return await takeTurn(connection, adapter, migrations)
  } finally {
    await connection.dispose()
  }
}

async function takeTurn(
  connection: SqlDriverAdapter,
  adapter: SqlMigrationAwareDriverAdapterFactory,
  migrations: readonly Migration[],
): Promise<readonly string[]> {
  // Held over all migrations: the engine takes a lock of its own, which lasts as long as the connection, and two instances
  // that took turns between migrations would each wait for what the other holds.
  await connection.executeScript(`SELECT pg_advisory_lock(${ADVISORY_LOCK})`)
  try {
    return await applyMissing(connection, adapter, migrations)
  } finally {
    // A lost connection has given them up by itself.
    await connection.executeScript('SELECT pg_advisory_unlock_all()').catch(() => undefined)
  }
}

async function applyMissing(
  connection: SqlDriverAdapter,
  adapter: SqlMigrationAwareDriverAdapterFactory,
  migrations: readonly Migration[],
): Promise<readonly string[]> {
  const known = await appliedMigrations(connection)
  checkHistory(migrations, known)
  if (known.size === 0) await refuseOccupied(connection)
  const applied: string[] = []
  for (const [index, migration] of migrations.entries()) {
    if (known.has(migration.name)) continue
    await connection.executeScript('BEGIN')
    try {
      await applyOne(connection, adapter, migrations.slice(0, index + 1), migration)
      await connection.executeScript('COMMIT')
    } catch (error) {
      // A lost connection rolls back by itself.
      await connection.executeScript('ROLLBACK').catch(() => undefined)
      throw error
    }
    applied.push(migration.name)
  }
  return applied
}

/** Any fixed number; another program on the same database would have to choose the same one by accident. */
const ADVISORY_LOCK = 114_2024

async function applyOne(
  connection: SqlDriverAdapter,
  { provider, adapterName, connectToShadowDb }: SqlMigrationAwareDriverAdapterFactory,
  upTo: readonly Migration[],
  migration: Migration,
): Promise<void> {
  let first: unknown
  const noteFirst = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work
    } catch (error) {
      first ??= error
      throw error
    }
  }
  const watched: SqlDriverAdapter = {
    ...connection,
    queryRaw: query => noteFirst(connection.queryRaw(query)),
    executeRaw: query => noteFirst(connection.executeRaw(query)),
    executeScript: sql => noteFirst(connection.executeScript(sql)),
    dispose: async () => undefined,
  }
  const engine = await startSchemaEngine({ provider, adapterName, connectToShadowDb, connect: async () => watched })
  try {
    await engine.applyMigrations({ migrationsList: migrationList(upTo), filters: everyTable })
  } catch (error) {
    // The engine reports the last failure, which is only "the transaction is aborted".
    const cause = first ?? error
    throw new MigrationFailed({ migration: migration.name, detail: firstLine(cause) }, cause)
  } finally {
    engine.free()
  }
}

function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return message.split('\n', 1)[0] ?? message
}

/** Name → checksum of what the database has, without those that were rolled back. */
async function appliedMigrations(connection: SqlDriverAdapter): Promise<ReadonlyMap<string, string>> {
  const [table] = await rows(connection, `SELECT to_regclass('_prisma_migrations') IS NOT NULL`)
  if (!table?.[0]) return new Map()
  const applied = await rows(
    connection,
    `SELECT migration_name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
  )
  return new Map(applied.map(([name, checksum]) => [String(name), String(checksum)]))
}

function checkHistory(migrations: readonly Migration[], known: ReadonlyMap<string, string>): void {
  const own = new Map(migrations.map(migration => [migration.name, migration.checksum]))
  for (const [name, checksum] of known) {
    const ours = own.get(name)
    if (ours === undefined) throw new DatabaseNewer({ migration: name })
    if (ours !== checksum) throw new MigrationEdited({ migration: name })
  }
}

async function refuseOccupied(connection: SqlDriverAdapter): Promise<void> {
  const [first] = await rows(
    connection,
    `SELECT current_database() FROM pg_tables WHERE schemaname = current_schema() AND tablename <> '_prisma_migrations' LIMIT 1`,
  )
  if (first) throw new DatabaseOccupied({ database: String(first[0]) })
}

async function rows(connection: SqlDriverAdapter, sql: string): Promise<unknown[][]> {
  return (await connection.queryRaw({ sql, args: [], argTypes: [] })).rows
}
