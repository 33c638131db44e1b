import type pg from 'pg'
import { BackupError } from './backup-error.ts'
import { type Ask, quoted, type Table, tablesOf } from './catalog.ts'
import type { Header, Row } from './format.ts'
import { partsIn } from './read-backup.ts'
import { heldKey } from './sending.ts'

/**
 * Puts what a checked backup holds into a database that has just been brought to the backup's own migrations, in one transaction: all of
 * it or nothing. What migrations themselves have put there goes. Foreign keys are taken away meanwhile and checked at the end. From then on
 * the copy is held: it sends nothing.
 */
export async function fill(client: pg.ClientBase, file: string, { sequences, at }: Header, now: Date): Promise<void> {
  const ask: Ask = async sql => (await client.query(sql)).rows
  await client.query('BEGIN')
  try {
    const tables = await tablesOf(ask)
    const keys = await ask(`
      SELECT conrelid::regclass::text AS "table", conname::text AS name, pg_get_constraintdef(oid) AS is
      FROM pg_constraint WHERE contype = 'f' AND connamespace = current_schema()::regnamespace`)
    for (const key of keys) await ask(`ALTER TABLE ${key.table} DROP CONSTRAINT ${quoted(String(key.name))}`)
    for (const { name } of tables) await ask(`ALTER TABLE ${quoted(name)} DISABLE TRIGGER USER`)
    await ask(`TRUNCATE ${tables.map(({ name }) => quoted(name)).join(', ')}`)
    await insertAll(client, file, tables)
    for (const { name, last, isCalled } of sequences)
      await client.query('SELECT setval($1::regclass, $2::bigint, $3)', [quoted(name), last, isCalled])
    for (const { name } of tables) await ask(`ALTER TABLE ${quoted(name)} ENABLE TRIGGER USER`)
    for (const key of keys) await ask(`ALTER TABLE ${key.table} ADD CONSTRAINT ${quoted(String(key.name))} ${key.is}`)
    await client.query('INSERT INTO setting (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = $2', [
      heldKey,
      JSON.stringify({ restoredAt: now.toISOString(), takenAt: at }),
    ])
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined)
    throw error
  }
}

/** Rows of one statement: many small ones, few large ones. */
const MOST_ROWS = 500
const MOST_SIGNS = 1_000_000

async function insertAll(client: pg.ClientBase, file: string, tables: readonly Table[]): Promise<void> {
  let insert = ''
  let rows: Row[] = []
  let signs = 0
  const flush = async () => {
    if (rows.length > 0) await client.query(insert, [JSON.stringify(rows)])
    rows = []
    signs = 0
  }
  for await (const part of partsIn(file)) {
    if ('row' in part) {
      rows.push(part.row)
      signs += part.row.reduce((sum, value) => sum + (value?.length ?? 0), 0)
      if (rows.length >= MOST_ROWS || signs >= MOST_SIGNS) await flush()
      continue
    }
    await flush()
    insert = insertInto(tables, part.table, file)
  }
  await flush()
}

/** Names are taken from the database, never from the file: it only chooses among them. */
function insertInto(
  tables: readonly Table[],
  given: { table: string; columns: readonly string[] },
  file: string,
): string {
  const table = tables.find(({ name }) => name === given.table)
  if (!table) throw new BackupError('otherHistory', file)
  const values = given.columns.map((name, index) => {
    const column = table.columns.find(known => known.name === name)
    if (!column) throw new BackupError('otherHistory', file)
    return { name: quoted(column.name), value: `(r ->> ${index})::${column.type}` }
  })
  return `INSERT INTO ${quoted(table.name)} (${values.map(({ name }) => name).join(', ')})
    SELECT ${values.map(({ value }) => value).join(', ')} FROM json_array_elements($1::json) r`
}
