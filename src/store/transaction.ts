import type { Prisma, PrismaClient } from './generated/client.ts'
import { asLast } from './last-statement.ts'

/** A running transaction. Everything that writes takes one: the caller decides what belongs together. */
export type Tx = Prisma.TransactionClient

/** What a transaction ends with: its last statement, and what is made of the rows that it gives once all is committed. */
export class Ending<T> {
  readonly sql: Prisma.Sql
  readonly read: (rows: readonly unknown[]) => T

  constructor(sql: Prisma.Sql, read: (rows: readonly unknown[]) => T) {
    this.sql = sql
    this.read = read
  }

  map<U>(then: (value: T) => U): Ending<U> {
    return new Ending(this.sql, rows => then(this.read(rows)))
  }
}

/** What would end a transaction, where something may come after it. */
export async function atOnce<T>(tx: Tx, done: T | Ending<T>): Promise<T> {
  return done instanceof Ending ? done.read(await tx.$queryRaw<unknown[]>(done.sql)) : done
}

/**
 * Runs `work` in one transaction; an exception undoes all of it. No network work belongs inside. An `Ending` that it gives is carried out
 * and committed in one message to the database.
 */
export async function inTransaction<T>(prisma: PrismaClient, work: (tx: Tx) => Promise<T | Ending<T>>): Promise<T> {
  const finish = await prisma.$transaction(
    async tx => {
      const done = await work(tx)
      if (!(done instanceof Ending)) return () => done
      const rows = await tx.$queryRaw<unknown[]>(asLast(done.sql))
      return () => done.read(rows)
    },
    { maxWait: 30_000, timeout: 30_000 },
  )
  return finish()
}
