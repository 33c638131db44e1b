import { Prisma } from '../store/generated/client.ts'
import type { Tx } from '../store/transaction.ts'

interface Column {
  table: string
  column: string
}

/**
 * The ids of all files that belong to something: named in a column `file_id` or `file_ids` of any table, or in an answer of a form.
 * A subquery, for `id IN (…)`. The columns are read from the database, so that no kind of record can be forgotten.
 */
export async function usedFiles(tx: Tx): Promise<Prisma.Sql> {
  const columns = await tx.$queryRaw<Column[]>`
    SELECT table_name::text AS table, column_name::text AS column FROM information_schema.columns
    WHERE table_schema = current_schema() AND column_name IN ('file_id', 'file_ids') ORDER BY 1`
  const inRecords = columns.map(({ table, column }) =>
    Prisma.raw(`SELECT ${column === 'file_ids' ? 'unnest(file_ids)' : 'file_id'} FROM "${table}"`),
  )
  const inAnswers = Prisma.sql`
    SELECT (file->>'id')::uuid FROM answer,
      jsonb_array_elements(CASE jsonb_typeof(value) WHEN 'array' THEN value ELSE '[]' END) AS file
    WHERE jsonb_typeof(file) = 'object' AND file->>'id' ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'`
  return Prisma.join([...inRecords, inAnswers], ' UNION ALL ')
}
