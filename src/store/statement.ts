import { isDriverAdapterError, type SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils'

/**
 * Carries out one statement, which is a transaction by itself, through Prisma's driver adapter and past its client: the client's own work
 * is a quarter of what a short statement costs, which is felt where every message passes. Values go in as text, so the
 * statement says their types (`$1::jsonb`). Resolves to the first column of the first row.
 *
 * @throws DriverAdapterError (see `sqlStateOf`, `isTransient`)
 */
export type Statement = (sql: string, ...values: readonly string[]) => Promise<unknown>

export function statementOver(factory: SqlDriverAdapterFactory): { statement: Statement; close(): Promise<void> } {
  const connecting = factory.connect()
  const text = { scalarType: 'string', arity: 'scalar' } as const
  return {
    statement: async (sql, ...values) => {
      const connection = await connecting
      const { rows } = await connection.queryRaw({ sql, args: [...values], argTypes: values.map(() => text) })
      return rows[0]?.[0]
    },
    close: async () => (await connecting).dispose(),
  }
}

/** The five characters by which PostgreSQL, or a function of ours, says what is wrong. */
export function sqlStateOf(error: unknown): string | undefined {
  return isDriverAdapterError(error) ? error.cause.originalCode : undefined
}
