import { Prisma } from './generated/client.ts'
import type { Tx } from './transaction.ts'

/** Rows of a table that may have to be put back: what names one, and what of it is kept. */
export interface KeptTable {
  table: string
  key: readonly string[]
  /** The key among them. */
  columns: readonly string[]
}

export type KeptRow = Readonly<Record<string, unknown>>

/** Rows by their key. */
export type KeptRows = ReadonlyMap<string, KeptRow>

/** A row as it was (null: it was not there) and as it became (null: it is gone). */
export interface RowChange {
  before: KeptRow | null
  after: KeptRow | null
}

/** The rows as they stand in the caller's transaction. `of`: which, in the words of the table's columns. */
export async function keepRows(tx: Tx, kept: KeptTable, of: Prisma.Sql): Promise<KeptRows> {
  const rows = await tx.$queryRaw<{ row: KeptRow }[]>`
    SELECT to_jsonb(k) AS row FROM (SELECT ${named(kept.columns)} FROM ${Prisma.raw(kept.table)} WHERE ${of}) k`
  return new Map(rows.map(({ row }) => [keyOf(kept, row), row]))
}

/** What differs between two looks at the same rows. */
export function rowChanges(before: KeptRows, after: KeptRows): RowChange[] {
  const keys = [...new Set([...before.keys(), ...after.keys()])]
  return keys
    .map(key => ({ before: before.get(key) ?? null, after: after.get(key) ?? null }))
    .filter(change => !isSame(change.before, change.after))
}

/** Those that are no longer as the change has left them: something came later. */
export async function changedSince(tx: Tx, kept: KeptTable, changes: readonly RowChange[]): Promise<RowChange[]> {
  const later: RowChange[] = []
  for (const change of changes) {
    const row = change.after ?? change.before
    const now = row && (await keepRows(tx, kept, isRow(kept, row))).values().next().value
    if (!isSame(now ?? null, change.after)) later.push(change)
  }
  return later
}

/** Puts rows back as they were before: written over, taken out, or in again. Nothing is asked. */
export async function putBack(tx: Tx, kept: KeptTable, changes: readonly RowChange[]): Promise<void> {
  const table = Prisma.raw(kept.table)
  const columns = named(kept.columns)
  // What came goes first: it may stand where something went away.
  for (const { before, after } of [...changes].sort((one, other) => Number(!!one.before) - Number(!!other.before))) {
    const as = Prisma.sql`SELECT ${columns} FROM jsonb_populate_record(NULL::${table}, ${JSON.stringify(before)}::jsonb)`
    if (before && after) await tx.$executeRaw`UPDATE ${table} SET (${columns}) = (${as}) WHERE ${isRow(kept, after)}`
    else if (before) await tx.$executeRaw`INSERT INTO ${table} (${columns}) ${as}`
    else if (after) await tx.$executeRaw`DELETE FROM ${table} WHERE ${isRow(kept, after)}`
  }
}

/** How many rows of which tables point at these keys of a table. */
export async function pointingAt(tx: Tx, table: string, keys: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const ways = await tx.$queryRaw<{ from: string; column: string }[]>`
    SELECT c.conrelid::regclass::text AS "from", a.attname::text AS "column" FROM pg_constraint c
    JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
    WHERE c.contype = 'f' AND c.confrelid = ${table}::regclass`
  const found = new Map<string, number>()
  for (const { from, column } of ways) {
    const [{ count } = { count: 0 }] = await tx.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM ${Prisma.raw(from)} WHERE ${Prisma.raw(`"${column}"`)} = ANY (${[...keys]}::text[])`
    if (count > 0) found.set(from, count + (found.get(from) ?? 0))
  }
  return found
}

function named(columns: readonly string[]): Prisma.Sql {
  return Prisma.raw(columns.map(column => `"${column}"`).join(', '))
}

function isRow({ key }: KeptTable, row: KeptRow): Prisma.Sql {
  const parts = key.map(column => Prisma.sql`${Prisma.raw(`"${column}"`)}::text = ${String(row[column])}`)
  return Prisma.join(parts, ' AND ')
}

function keyOf({ key }: KeptTable, row: KeptRow): string {
  return JSON.stringify(key.map(column => row[column]))
}

function isSame(one: KeptRow | null, other: KeptRow | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
