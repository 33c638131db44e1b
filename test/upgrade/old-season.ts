import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { databaseOver } from '../../src/store/embedded.ts'
import { migrate } from '../../src/store/migrate.ts'
import { readMigrations } from '../../src/store/migrations.ts'
import { emptyDatabase } from '../support/embedded-image.ts'

/** The last migration of release 0.1.0. */
const lastOfOld = '20261126150000_keep_turn'

export type Row = Readonly<Record<string, unknown>>

/**
 * The rows of a season that release 0.1.0 made itself: its own chat, beats and clock until the end of May 2024. Nine sample people («Người Thử …») of
 * three wards and the office: documents and figures with the head, with the office, returned, accepted; corrections, explanations and
 * forms in the middle; reminders and messages queued. Tables by name, rows as PostgreSQL writes them in JSON.
 */
export function oldSeason(): Readonly<Record<string, readonly Row[]>> {
  const packed = readFileSync(new URL('season-0.1.0.json.gz', import.meta.url))
  return JSON.parse(gunzipSync(packed).toString())
}

/** A database as 0.1.0 left it; `upgrade` does what the present release does at its start. */
export async function oldDatabase() {
  const lite = await emptyDatabase()
  const opened = databaseOver(lite)
  const all = await readMigrations()
  await migrate(
    opened.adapter,
    all.filter(({ name }) => name <= lastOfOld),
  )
  await lite.exec('SET session_replication_role = replica')
  for (const [table, rows] of Object.entries(oldSeason()))
    await lite.query(`INSERT INTO "${table}" SELECT * FROM jsonb_populate_recordset(null::"${table}", $1)`, [
      JSON.stringify(rows),
    ])
  await lite.exec(`SET session_replication_role = DEFAULT;
    SELECT setval(pg_get_serial_sequence('outbox', 'seq'), (SELECT max(seq) FROM outbox))`)
  return { lite, opened, upgrade: () => migrate(opened.adapter, all) }
}
