import { createHash } from 'node:crypto'
import type { Migration } from '../../src/store/migrations.ts'

/** A migration made up for a test. */
export function migration(name: string, sql: string): Migration {
  return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
}
