import type { PGlite, Transaction as PGliteTransaction } from '@electric-sql/pglite'
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import { PrismaPGlite } from 'pglite-prisma-adapter'
import { honestAdapter } from './honest-adapter.ts'

/**
 * Prisma over an open PGlite. The caller keeps and closes the database; disposing of the adapter does not.
 * `shadow` is the database that migrations may be tried on: by default none.
 */
export function pgliteAdapter(database: PGlite, shadow?: PGlite): SqlMigrationAwareDriverAdapterFactory {
  const outcomes = reportingOutcomes(database)
  return honestAdapter(new PrismaPGlite(database), {
    script: async sql => {
      await database.exec(sql)
    },
    begin: async adapter => {
      // Without an isolation level the adapter opens the PGlite transaction at once, so the latest outcome is this one's.
      const starting = adapter.startTransaction()
      const outcome = outcomes.latest
      const transaction = await starting
      const commit = transaction.commit.bind(transaction)
      transaction.commit = async () => {
        await commit()
        await outcome
      }
      return transaction
    },
    shadow: async () => {
      if (!shadow) throw new Error('this connection has no shadow database')
      return pgliteAdapter(shadow).connect()
    },
  })
}

/** The adapter swallows what becomes of a PGlite transaction after it began; this keeps it. */
function reportingOutcomes(database: PGlite): { latest: Promise<unknown> } {
  const outcomes: { latest: Promise<unknown> } = { latest: Promise.resolve() }
  const transaction = database.transaction.bind(database)
  database.transaction = <T>(work: (tx: PGliteTransaction) => Promise<T>): Promise<T> => {
    const outcome = transaction(work)
    outcomes.latest = outcome
    // Handled where it is awaited; a transaction that is rolled back is not awaited at all.
    outcome.catch(() => undefined)
    return outcome
  }
  return outcomes
}
