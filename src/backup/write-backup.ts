import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { PrismaClient } from '../store/generated/client.ts'
import type { Tx } from '../store/transaction.ts'
import { type Ask, quoted, type Table, tablesOf } from './catalog.ts'
import type { Header } from './format.ts'

/**
 * Everything in the database as it is at one instant, files included, part by part. Others may go on writing meanwhile on a server;
 * the embedded database, being one session, waits. A reader that takes nothing for ten minutes is given up.
 */
export function writeBackup(prisma: PrismaClient, now: Date): AsyncIterable<Uint8Array> {
  const packed = createGzip({ level: 4 })
  prisma
    .$transaction(tx => pipeline(Readable.from(linesOf(tx, now)), packed), {
      isolationLevel: 'RepeatableRead',
      maxWait: 60_000,
      timeout: LONGEST_MS,
    })
    .catch(error => packed.destroy(error))
  return packed
}

const LONGEST_MS = 10 * 60_000
const ROWS_AT_ONCE = 200

async function* linesOf(tx: Tx, now: Date): AsyncGenerator<Buffer> {
  const ask: Ask = sql => tx.$queryRawUnsafe(sql)
  const hash = createHash('sha256')
  const line = (value: string): Buffer => {
    const bytes = Buffer.from(`${value}\n`)
    hash.update(bytes)
    return bytes
  }
  yield line(JSON.stringify(await headerOf(ask, now)))
  let rows = 0
  for (const table of await tablesOf(ask)) {
    yield line(JSON.stringify({ table: table.name, columns: table.columns.map(({ name }) => name) }))
    for await (const row of rowsOf(tx, table)) {
      rows += 1
      yield line(row)
    }
  }
  const end = { end: { rows, sha256: hash.digest('hex') } }
  yield Buffer.from(`${JSON.stringify(end)}\n`)
}

async function headerOf(ask: Ask, now: Date): Promise<Header> {
  const migrations = await ask(`
    SELECT migration_name AS name, checksum FROM _prisma_migrations
    WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`)
  const names = await ask(`
    SELECT relname::text AS name FROM pg_class
    WHERE relkind = 'S' AND relnamespace = current_schema()::regnamespace ORDER BY relname`)
  const sequences = []
  for (const { name } of names) {
    const [at] = await ask(`SELECT last_value::text AS last, is_called AS called FROM ${quoted(String(name))}`)
    sequences.push({ name: String(name), last: String(at?.last), isCalled: at?.called === true })
  }
  return {
    format: 'thidua-backup',
    version: 1,
    at: now.toISOString(),
    migrations: migrations.map(({ name, checksum }) => ({ name: String(name), checksum: String(checksum) })),
    sequences,
  }
}

/** Each row as a line. */
async function* rowsOf(tx: Tx, { name, columns }: Table): AsyncGenerator<string> {
  const values = columns.map(column => `${quoted(column.name)}::text`).join(', ')
  const atOnce = columns.some(({ isBytes }) => isBytes) ? 1 : ROWS_AT_ONCE
  await tx.$executeRawUnsafe(
    `DECLARE backup_rows NO SCROLL CURSOR FOR SELECT json_build_array(${values})::text AS line FROM ${quoted(name)}`,
  )
  for (let count = atOnce; count === atOnce; ) {
    const rows = await tx.$queryRawUnsafe<{ line: string }[]>(`FETCH ${atOnce} FROM backup_rows`)
    count = rows.length
    for (const { line } of rows) yield line
  }
  await tx.$executeRawUnsafe('CLOSE backup_rows')
}
