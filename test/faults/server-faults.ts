import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import type { PostgresProxy } from '../support/postgres-proxy.ts'
import type { SmallDisk } from '../support/small-disk.ts'
import { useUpPages } from './use-up-pages.ts'

/** What a server can be made to suffer. */
export interface Suffering {
  /** A session past the proxy, with all rights, for as long as `work` takes. */
  asAdmin<T>(work: (admin: pg.Client) => Promise<T>): Promise<T>
  /** As whom the server knows the product. */
  role: string
  proxy: PostgresProxy
  disk: SmallDisk
  restart(): Promise<void>
}

/** Makes it, and gives what ends it. */
export type ServerFault = (server: Suffering) => Promise<() => Promise<void>>

const readOnly: ServerFault = async ({ asAdmin }) => {
  const reload = async (statement: string, wanted: 'on' | 'off') => {
    await asAdmin(async admin => {
      await admin.query(statement)
      await admin.query('SELECT pg_reload_conf()')
    })
    // The server reads it some time later, and tells all its sessions before it begins another.
    const shown = () => asAdmin(admin => admin.query('SHOW default_transaction_read_only'))
    while ((await shown()).rows[0]?.default_transaction_read_only !== wanted) await sleep(10)
  }
  await reload('ALTER SYSTEM SET default_transaction_read_only = on', 'on')
  return () => reload('ALTER SYSTEM RESET default_transaction_read_only', 'off')
}

/** Whoever claims an event waits for somebody who never goes, longer than a statement may take. */
const statementTimeout: ServerFault = async ({ asAdmin, role }) => {
  await asAdmin(async admin => {
    await admin.query(`ALTER ROLE ${role} SET statement_timeout = 100`)
    await admin.query(cutOff(role))
  })
  let leave: () => void = () => undefined
  const gone = new Promise<void>(resolve => {
    leave = resolve
  })
  let locked: () => void = () => undefined
  const isLocked = new Promise<void>(resolve => {
    locked = resolve
  })
  const holding = asAdmin(async admin => {
    await admin.query('BEGIN')
    await admin.query('LOCK TABLE inbound_event IN EXCLUSIVE MODE')
    locked()
    await gone
  })
  await isLocked
  return async () => {
    leave()
    await holding
    await asAdmin(admin => admin.query(`ALTER ROLE ${role} RESET statement_timeout`))
  }
}

const noConnections: ServerFault = async ({ asAdmin, role }) => {
  await asAdmin(async admin => {
    await admin.query(`ALTER ROLE ${role} CONNECTION LIMIT 0`)
    await admin.query(cutOff(role))
  })
  return () => asAdmin(async admin => void (await admin.query(`ALTER ROLE ${role} CONNECTION LIMIT -1`)))
}

const cutOff = (role: string) => `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '${role}'`

/** Memory that is really gone would take the machine with it: the server says the same when a trigger does. */
const outOfMemory: ServerFault = async ({ asAdmin }) => {
  const run = (sql: string) => asAdmin(async admin => void (await admin.query(sql)))
  await run(`CREATE FUNCTION no_memory() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'out of memory' USING ERRCODE = '53200', DETAIL = 'Failed on request of size 8192.'; END $$;
    CREATE TRIGGER no_memory BEFORE INSERT ON answer FOR EACH ROW EXECUTE FUNCTION no_memory()`)
  return () => run('DROP FUNCTION no_memory CASCADE')
}

const diskFull: ServerFault = async ({ asAdmin, disk }) => {
  await disk.fill()
  await asAdmin(admin => useUpPages(sql => admin.query(sql)))
  return disk.free
}

/** No room for the write-ahead log: the server ends itself (PANIC), cannot recover, and is started again when there is room. */
const diskFullForTheLog: ServerFault = async ({ asAdmin, disk, restart }) => {
  await disk.fill()
  await asAdmin(async admin => {
    for (;;) await admin.query(`SELECT pg_switch_wal(), pg_logical_emit_message(false, 'ballast', repeat('x', 100000))`)
  }).catch(() => undefined)
  return async () => {
    await disk.free()
    await restart()
  }
}

/** Every commit is cut off: before the server gets it, or before its answer arrives. */
const cutInCommit = (isForwarded: boolean): ServerFault => {
  return async ({ proxy }) => {
    proxy.watch(sql => (sql === 'COMMIT' ? { isForwarded, broken: cut => cut() } : null))
    return async () => proxy.watch(null)
  }
}

export const serverFaults: Readonly<Record<string, ServerFault>> = {
  'disk full': diskFull,
  'disk full for the log': diskFullForTheLog,
  'out of memory': outOfMemory,
  'read-only': readOnly,
  'statement timeout': statementTimeout,
  'no connections left': noConnections,
  'cut in COMMIT, lost': cutInCommit(false),
  'cut in COMMIT, carried out': cutInCommit(true),
}
