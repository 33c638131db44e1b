import { sqlStateOf } from './sql-state.ts'
import type { Tx } from './transaction.ts'

/**
 * Runs `work` so that it can write nothing: what it tries to write is refused by the database itself, whichever way it goes, and all that it did
 * is as if it had not been. Null: it tried. Reads, and whatever comes after it in the transaction, are free.
 */
export async function readingOnly<T>(tx: Tx, work: () => Promise<T>): Promise<{ result: T } | null> {
  await tx.$executeRaw`SAVEPOINT reading_only`
  await tx.$executeRaw`SET TRANSACTION READ ONLY`
  try {
    const result = await work()
    await tx.$executeRaw`RELEASE SAVEPOINT reading_only`
    return { result }
  } catch (error) {
    await tx.$executeRaw`ROLLBACK TO SAVEPOINT reading_only`
    await tx.$executeRaw`RELEASE SAVEPOINT reading_only`
    if (sqlStateOf(error) === READ_ONLY) return null
    throw error
  }
}

/** read_only_sql_transaction */
const READ_ONLY = '25006'
