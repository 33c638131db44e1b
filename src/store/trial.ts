import type { Tx } from './transaction.ts'

/** Does the work within the caller's transaction and takes it back again: what it gave is what would become of it. */
export async function asTrial<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  await tx.$executeRaw`SAVEPOINT trial`
  const done = await work()
  await tx.$executeRaw`ROLLBACK TO SAVEPOINT trial`
  return done
}

/** Does the work; when it says that it may not stand, nothing of it stands. */
export async function orNothing<T extends { ok: boolean }>(tx: Tx, work: () => Promise<T>): Promise<T> {
  await tx.$executeRaw`SAVEPOINT attempt`
  const done = await work()
  if (!done.ok) await tx.$executeRaw`ROLLBACK TO SAVEPOINT attempt`
  return done
}
