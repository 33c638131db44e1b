import { PrismaPg } from '@prisma/adapter-pg'
import type { SqlDriverAdapter, SqlMigrationAwareDriverAdapterFactory, Transaction } from '@prisma/driver-adapter-utils'
import type pg from 'pg'
import { withFewMessages } from './few-messages.ts'
import { statementNames } from './statement-names.ts'

/**
 * Prisma over a pool, under which an acknowledged commit is a commit and a script is one piece. The caller keeps and ends the pool;
 * disposing of the adapter does not.
 *
 * PostgreSQL answers COMMIT of a transaction in which a statement failed with a silent rollback. Code that catches the
 * failed statement and goes on would therefore lose its writes without a sign; here its commit rejects, with that failure, so that
 * what the database said about itself is still known at the end.
 */
export function prismaAdapter(pool: pg.Pool): SqlMigrationAwareDriverAdapterFactory {
  const factory = new PrismaPg(withFewMessages(pool), { statementNameGenerator: statementNames() })
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => honest(await factory.connect(), pool),
    connectToShadowDb: () => Promise.reject(new Error('migrations are authored on a database of their own')),
  }
}

function honest(adapter: SqlDriverAdapter, pool: pg.Pool): SqlDriverAdapter {
  return {
    provider: adapter.provider,
    adapterName: adapter.adapterName,
    queryRaw: query => adapter.queryRaw(query),
    executeRaw: query => adapter.executeRaw(query),
    // The adapter cuts scripts at every semicolon, also inside of functions.
    executeScript: async sql => {
      await pool.query(sql)
    },
    startTransaction: async isolationLevel => honestTransaction(await adapter.startTransaction(isolationLevel)),
    getConnectionInfo: () => adapter.getConnectionInfo?.() ?? { supportsRelationJoins: true },
    dispose: () => adapter.dispose(),
  }
}

function honestTransaction(inner: Transaction): Transaction {
  let failure: { error: unknown } | null = null
  const noting = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work
    } catch (error) {
      failure ??= { error }
      throw error
    }
  }
  const { createSavepoint, rollbackToSavepoint, releaseSavepoint } = inner
  return {
    provider: inner.provider,
    adapterName: inner.adapterName,
    options: inner.options,
    queryRaw: query => noting(inner.queryRaw(query)),
    executeRaw: async query => {
      if (failure && query.sql === 'COMMIT') {
        // After a refused COMMIT the client only hands the connection back: it must not go back inside a transaction.
        await inner.executeRaw({ ...query, sql: 'ROLLBACK' })
        throw failure.error
      }
      const count = await noting(inner.executeRaw(query))
      if (query.sql.startsWith('ROLLBACK TO SAVEPOINT ')) failure = null
      return count
    },
    commit: () => inner.commit(),
    rollback: () => inner.rollback(),
    ...(createSavepoint && { createSavepoint: name => noting(createSavepoint.call(inner, name)) }),
    ...(releaseSavepoint && { releaseSavepoint: name => noting(releaseSavepoint.call(inner, name)) }),
    ...(rollbackToSavepoint && {
      rollbackToSavepoint: async name => {
        await rollbackToSavepoint.call(inner, name)
        failure = null
      },
    }),
  }
}
