import type { Logger } from 'pino'
import type { Listener, Listening } from './announcements.ts'
import { type OpenDatabase, openEmbedded } from './embedded.ts'
import { DataFolderLockLost } from './errors.ts'
import { PrismaClient } from './generated/client.ts'
import { type Migration, readMigrations } from './migrations.ts'
import type { PoolUse } from './pool-use.ts'
import { openPostgres } from './postgres.ts'

/** The open, migrated database. */
export interface Store {
  readonly prisma: PrismaClient
  readonly kind: 'embedded' | 'postgres'
  /** Migrations that this start applied; empty when the database was up to date. */
  readonly appliedMigrations: readonly string[]
  /** How busy the connections are. */
  poolUse(): PoolUse
  /** Calls `listener` with what any process on this database announces, until closed. */
  listen(listener: Listener): Listening
  /** Closes connections and gives up the data folder. May be called twice. Work in hand must have ended. */
  close(): Promise<void>
}

export interface StoreSettings {
  /** Where the embedded database lives; made when missing. Not touched when there is a `databaseUrl`. */
  readonly dataDir: string
  /** A PostgreSQL server instead of the embedded database. */
  readonly databaseUrl?: string | undefined
  readonly log: Pick<Logger, 'info' | 'error'>
  /** What to do when the data folder is taken away while in use; by default the error ends the process. */
  readonly onLockLost?: (error: DataFolderLockLost) => void
  /** For tests; by default those of this release. */
  readonly migrations?: readonly Migration[]
}

/**
 * Opens and migrates the database. Rejects with a `StoreError`, after which nothing is held and nothing is half-written.
 */
export async function openStore(settings: StoreSettings): Promise<Store> {
  const migrations = settings.migrations ?? (await readMigrations())
  const kind = settings.databaseUrl ? 'postgres' : 'embedded'
  const database = settings.databaseUrl
    ? await openPostgres(settings.databaseUrl, migrations, error => settings.log.error({ err: error }, 'database'))
    : await openEmbedded(settings.dataDir, migrations, () => lockLost(settings))
  const { length } = database.appliedMigrations
  // Whoever starts it for the first time expects a new database; that an older one was changed is news.
  if (length > 0 && length < migrations.length)
    settings.log.info({ kind, migrations: database.appliedMigrations }, 'database migrated')
  return storeOver(database, kind)
}

function lockLost({ dataDir, onLockLost, log }: StoreSettings): void {
  const error = new DataFolderLockLost({ folder: dataDir })
  log.error({ err: error }, 'data folder taken away')
  if (!onLockLost) throw error
  onLockLost(error)
}

/** A store over a database that is open and migrated already. */
export function storeOver(database: OpenDatabase, kind: Store['kind']): Store {
  const prisma = new PrismaClient({
    ...{ adapter: database.adapter, transactionOptions: TRANSACTIONS },
    // Else the place of every call is looked up, in case it fails.
    errorFormat: 'minimal',
  })
  const close = async () => {
    await prisma.$disconnect()
    await database.close()
  }
  let closing: Promise<void> | undefined
  return {
    prisma,
    kind,
    appliedMigrations: database.appliedMigrations,
    poolUse: database.poolUse,
    listen: database.listen,
    close: () => {
      closing ??= close()
      return closing
    },
  }
}

/** Transactions queue up on the one connection of the embedded database: waiting a while is not a failure. */
const TRANSACTIONS = { maxWait: 15_000, timeout: 30_000 }
