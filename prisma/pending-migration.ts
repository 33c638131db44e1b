import type { PGlite } from '@electric-sql/pglite'
import type { SqlDriverAdapter, SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import { PrismaPGlite } from 'pglite-prisma-adapter'
import { migrationList, readMigrations } from '../src/store/migrations.ts'
import { everyTable, startSchemaEngine } from '../src/store/schema-engine.ts'

/**
 * The SQL for what the schema has and the migrations have not; nothing when they agree. Takes some seconds: the database, which must be
 * empty and is closed afterwards, is migrated. It does not see what only SQL can say (triggers, partial indexes, check constraints).
 */
export async function pendingMigration(schema: string, database: PGlite): Promise<string | undefined> {
  const from = migrationList(await readMigrations())
  try {
    const engine = await startSchemaEngine(describable(database))
    const { exitCode, stdout } = await engine.diff({
      from: { tag: 'migrations', ...from },
      to: { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content: schema }] },
      script: true,
      exitCode: true,
      filters: everyTable,
    })
    return exitCode === DIFFERENT && stdout ? stdout.replace(SCHEMA_LINE, '') : undefined
  } finally {
    await database.close()
  }
}

/**
 * The engine describes a database in a type of column that the adapter of the product does not know; this one does. The database
 * is its own shadow, and scripts are awaited, which the adapter leaves out.
 */
function describable(database: PGlite): SqlMigrationAwareDriverAdapterFactory {
  const factory = new PrismaPGlite(database)
  const connect = async (): Promise<SqlDriverAdapter> => {
    const connection = await factory.connect()
    connection.executeScript = async sql => {
      await database.exec(sql)
    }
    return connection
  }
  const { provider, adapterName } = factory
  return { provider, adapterName, connect, connectToShadowDb: connect }
}

const DIFFERENT = 2

/** Asks for a right on the database that an ordinary user has not, and the schema is there already. */
const SCHEMA_LINE = '-- CreateSchema\nCREATE SCHEMA IF NOT EXISTS "public";\n\n'
