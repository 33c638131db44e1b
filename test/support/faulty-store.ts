import pg from 'pg'
import { embeddedAnnouncements } from '../../src/store/embedded-announcements.ts'
import { embeddedDatabase } from '../../src/store/embedded-database.ts'
import { embeddedPool } from '../../src/store/embedded-pool.ts'
import { type Store, storeOver } from '../../src/store/open.ts'
import { useOf } from '../../src/store/pool-use.ts'
import { prismaAdapter } from '../../src/store/prisma-adapter.ts'
import { Together } from '../../src/store/together.ts'
import { freshDatabase } from './embedded-image.ts'

/** What a statement meets: the error instead of it, or after it was carried out, so that only its answer is lost. */
export interface Fault {
  error: Error
  isCarriedOut?: boolean
}

/** Decides on each statement, in the order in which they are sent. */
export type FaultPlan = (sql: string) => Fault | null

/** A migrated database whose driver fails as it is told to, in the words of the real one. */
export async function faultyStore(): Promise<{ store: Store; fail(plan: FaultPlan): void; heal(): void }> {
  let plan: FaultPlan | null = null
  const database = embeddedDatabase(await freshDatabase())
  const announcements = embeddedAnnouncements()
  const pool = embeddedPool(database, announcements)
  pool.on('connect', client => intercept(client, sql => plan?.(sql) ?? null))
  const close = async () => {
    await pool.end()
    await database.close()
  }
  const parts = {
    adapter: prismaAdapter(pool),
    appliedMigrations: [],
    poolUse: () => useOf(pool),
    listen: announcements.listen,
    close,
  }
  return {
    store: storeOver(parts, 'embedded'),
    fail: wanted => {
      plan = wanted
    },
    heal: () => {
      plan = null
    },
  }
}

/** An error as the server sends it and the driver reads it. */
export function fromServer(code: string, message: string): Error {
  return Object.assign(new pg.DatabaseError(message, message.length, 'error'), { code, severity: 'ERROR' })
}

function intercept(client: pg.PoolClient, faultOf: FaultPlan): void {
  const query = client.query.bind(client) as (...given: unknown[]) => unknown
  /** Statements in one message: those before the one that fails are carried out. */
  const piece = (together: Together): unknown => {
    const faults = together.statements.map(({ text }) => faultOf(text))
    const at = faults.findIndex(fault => fault !== null)
    const fault = faults[at]
    if (!fault) return query(together)
    const carryOut = async () => {
      for (const { text, values } of together.statements.slice(0, fault.isCarriedOut ? undefined : at))
        await query({ text, values })
      if (!fault.isCarriedOut && together.statements[at]?.text === 'COMMIT') await query('ROLLBACK')
    }
    carryOut().then(
      () => together.handleError(fault.error, { submittedNamedStatements: {} }),
      error => together.handleError(error, { submittedNamedStatements: {} }),
    )
    return together
  }
  const intercepted = (...given: unknown[]): unknown => {
    const [first] = given
    if (first instanceof Together) return piece(first)
    const sql = typeof first === 'string' ? first : (first as { text: string }).text
    const fault = faultOf(sql)
    if (!fault) return query(...given)
    const answer = async () => {
      // An unsuccessful COMMIT ends the transaction on the server, too.
      if (fault.isCarriedOut) await query(...given)
      else if (sql === 'COMMIT') await query('ROLLBACK')
      throw fault.error
    }
    const done = given.at(-1)
    if (typeof done !== 'function') return answer()
    answer().catch(error => done(error))
    return undefined
  }
  Object.assign(client, { query: intercepted })
}
