import { after } from '../clock.ts'
import type { Prisma } from './generated/client.ts'

/** The client or a transaction. */
type Database = Pick<Prisma.TransactionClient, '$executeRaw'>

/**
 * Takes the named lease until `now` + `ttlMs`, or prolongs it when `owner` has it already. True when `owner` holds it
 * afterwards. At most one owner holds a lease at any time, as far as the clocks of the instances agree: choose `ttlMs` much
 * longer than they may differ. A lease that lasts twice as long as any could be taken for now was taken by a clock gone wrong, and
 * is as good as run out. One statement.
 */
export async function acquireLease(
  database: Database,
  name: string,
  owner: string,
  now: Date,
  ttlMs: number,
): Promise<boolean> {
  const taken = await database.$executeRaw`
    INSERT INTO lease (name, owner, until) VALUES (${name}, ${owner}, ${after(now, ttlMs)})
    ON CONFLICT (name) DO UPDATE SET owner = excluded.owner, until = excluded.until
    WHERE lease.owner = excluded.owner OR lease.until <= ${now}
      OR lease.until > ${after(now, 2 * ttlMs)}`
  return taken === 1
}

/**
 * Prolongs a lease that `owner` still holds. False when it has run out or was taken by another: what it guarded must stop.
 */
export async function renewLease(
  database: Database,
  name: string,
  owner: string,
  now: Date,
  ttlMs: number,
): Promise<boolean> {
  const renewed = await database.$executeRaw`
    UPDATE lease SET until = ${after(now, ttlMs)} WHERE name = ${name} AND owner = ${owner} AND until > ${now}`
  return renewed === 1
}

/** Gives the lease up at once, so that another need not wait until it runs out. Of another owner's lease: nothing. */
export async function releaseLease(database: Database, name: string, owner: string): Promise<void> {
  await database.$executeRaw`DELETE FROM lease WHERE name = ${name} AND owner = ${owner}`
}
