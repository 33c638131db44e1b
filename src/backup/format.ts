import { z } from 'zod'

/**
 * A backup is a gzip of lines of JSON: this header, then for each table its name (an object) and its rows (arrays of the database's own
 * text of each value), then the end with the number of rows and the SHA-256 of all bytes before it. It is the same for both
 * databases: what was written by one is read by the other.
 */
export const header = z.object({
  format: z.literal('thidua-backup'),
  version: z.literal(1),
  /** ISO instant. */
  at: z.string(),
  /** What the database had been brought to, oldest first. */
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
  sequences: z.array(z.object({ name: z.string(), last: z.string(), isCalled: z.boolean() })),
})
export type Header = z.infer<typeof header>

export const tableLine = z.object({ table: z.string(), columns: z.array(z.string()) })
export type TableLine = z.infer<typeof tableLine>

export const endLine = z.object({ end: z.object({ rows: z.number(), sha256: z.string() }) })

/** The text of each value as the database writes it; null: no value. */
export type Row = readonly (string | null)[]
