import type { Prisma, PrismaClient } from './generated/client.ts'

/** A running transaction. Everything that writes takes one: the caller decides what belongs together. */
export type Tx = Prisma.TransactionClient

/** Runs `work` in one transaction; an exception undoes all of it. No network work belongs inside. */
export function inTransaction<T>(prisma: PrismaClient, work: (tx: Tx) => Promise<T>): Promise<T> {
  return prisma.$transaction(work, { maxWait: 30_000, timeout: 30_000 })
}
