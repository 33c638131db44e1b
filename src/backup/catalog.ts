/** A table of the program, with the columns that hold something (generated ones are made again). */
export interface Table {
  name: string
  columns: readonly Column[]
}

export interface Column {
  name: string
  /** As the database writes it in a cast. */
  type: string
  /** Holds bytes: one row of them may be large. */
  isBytes: boolean
}

/** Runs one statement and gives its rows: of Prisma's transaction, or of a plain connection. */
export type Ask = (sql: string) => Promise<readonly Record<string, unknown>[]>

/** All tables of the program in the order of their names, but for the list of migrations. */
export async function tablesOf(ask: Ask): Promise<Table[]> {
  const rows = await ask(`
    SELECT c.relname::text AS "table", a.attname::text AS name, format_type(a.atttypid, a.atttypmod) AS type,
      a.atttypid = 'bytea'::regtype AS "isBytes"
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r' AND c.relname <> '_prisma_migrations'
      AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
    ORDER BY c.relname, a.attnum`)
  const tables = new Map<string, Column[]>()
  for (const row of rows) {
    const name = String(row.table)
    const columns = tables.get(name) ?? []
    columns.push({ name: String(row.name), type: String(row.type), isBytes: row.isBytes === true })
    tables.set(name, columns)
  }
  return [...tables].map(([name, columns]) => ({ name, columns }))
}

/** A name as it stands in SQL. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
