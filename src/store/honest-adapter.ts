import {
  DriverAdapterError,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
  type Transaction,
} from '@prisma/driver-adapter-utils'

/**
 * What an adapter must do by itself, because the published ones do not do it safely:
 * the PGlite adapter neither awaits a script nor reports a failed commit; the pg adapter cuts scripts at every semicolon.
 */
export interface ConnectionDuties {
  /** Runs a script of several statements as one piece; rejects when one of them fails. */
  script(sql: string): Promise<void>
  /** Starts a transaction whose `commit` rejects when the commit fails. */
  begin(adapter: SqlDriverAdapter): Promise<Transaction>
  /** A database that may be filled and thrown away; only the authoring of migrations asks for one. */
  shadow(): Promise<SqlDriverAdapter>
}

/**
 * A driver adapter under which an acknowledged commit is a commit.
 *
 * PostgreSQL answers COMMIT of a transaction in which a statement failed with a silent rollback. Code that catches the
 * failed statement and goes on would therefore lose its writes without a sign; here its commit rejects.
 */
export function honestAdapter(
  factory: SqlMigrationAwareDriverAdapterFactory,
  duties: ConnectionDuties,
): SqlMigrationAwareDriverAdapterFactory {
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => honestConnection(await factory.connect(), duties),
    connectToShadowDb: () => duties.shadow(),
  }
}

function honestConnection(adapter: SqlDriverAdapter, duties: ConnectionDuties): SqlDriverAdapter {
  return {
    provider: adapter.provider,
    adapterName: adapter.adapterName,
    queryRaw: query => adapter.queryRaw(query),
    executeRaw: query => adapter.executeRaw(query),
    executeScript: sql => duties.script(sql),
    startTransaction: async isolationLevel => {
      const transaction = await duties.begin(adapter)
      // The PGlite adapter sets the level outside of the transaction, where it has no effect.
      if (isolationLevel)
        await transaction.executeRaw({
          sql: `SET TRANSACTION ISOLATION LEVEL ${isolationLevel}`,
          args: [],
          argTypes: [],
        })
      return honestTransaction(transaction)
    },
    getConnectionInfo: () => adapter.getConnectionInfo?.() ?? { supportsRelationJoins: true },
    dispose: () => adapter.dispose(),
  }
}

function honestTransaction(inner: Transaction): Transaction {
  let failed = false
  const noting = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work
    } catch (error) {
      failed = true
      throw error
    }
  }
  const refusal = () =>
    new DriverAdapterError({ kind: 'postgres', severity: 'ERROR', ...abortedTransaction, ...noDetails })
  const { createSavepoint, rollbackToSavepoint, releaseSavepoint } = inner
  return {
    provider: inner.provider,
    adapterName: inner.adapterName,
    options: inner.options,
    queryRaw: query => noting(inner.queryRaw(query)),
    executeRaw: async query => {
      if (failed && query.sql === 'COMMIT') {
        // After a refused COMMIT the client only hands the connection back: it must not go back inside a transaction.
        await inner.executeRaw({ ...query, sql: 'ROLLBACK' })
        throw refusal()
      }
      return noting(inner.executeRaw(query))
    },
    commit: async () => {
      if (failed && inner.options.usePhantomQuery) {
        await inner.rollback()
        throw refusal()
      }
      await inner.commit()
    },
    rollback: () => inner.rollback(),
    ...(createSavepoint && { createSavepoint: name => noting(createSavepoint.call(inner, name)) }),
    ...(releaseSavepoint && { releaseSavepoint: name => noting(releaseSavepoint.call(inner, name)) }),
    ...(rollbackToSavepoint && {
      rollbackToSavepoint: async name => {
        await rollbackToSavepoint.call(inner, name)
        failed = false
      },
    }),
  }
}

const abortedTransaction = { code: '25P02', message: 'commit refused: a statement of this transaction failed' }
const noDetails = { detail: undefined, column: undefined, hint: undefined }
