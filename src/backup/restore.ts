import { type Migration, readMigrations } from '../store/migrations.ts'
import { fillPostgres, makeEmbedded } from '../store/new-database.ts'
import { BackupError } from './backup-error.ts'
import { fill } from './fill.ts'
import { type Checked, checkBackup } from './read-backup.ts'

/** Where a backup is restored to. */
export type Place = { dataDir: string } | { databaseUrl: string }

/**
 * Makes a database out of a backup, where there is none yet. The file is read to its end before anything is touched. The next start
 * brings it to this release, and sends nothing until an officer lets it (`sending.ts`).
 *
 * @throws BackupError, StoreError
 */
export async function restore(file: string, place: Place, now: Date): Promise<Checked> {
  const checked = await checkBackup(file)
  const migrations = ownHistory(await readMigrations(), checked, file)
  const database = {
    migrations,
    fill: (client: Parameters<typeof fill>[0]) => fill(client, file, checked.header, now),
  }
  const isMade =
    'databaseUrl' in place
      ? await fillPostgres(place.databaseUrl, database)
      : await makeEmbedded(place.dataDir, database)
  if (!isMade) throw new BackupError('notEmpty', 'databaseUrl' in place ? '' : place.dataDir)
  return checked
}

/** The migrations of this release up to those of the backup. */
function ownHistory(own: readonly Migration[], { header }: Checked, file: string): readonly Migration[] {
  return header.migrations.map(({ name, checksum }, index) => {
    const known = own.find(migration => migration.name === name)
    if (!known) throw new BackupError('newer', file)
    if (known.checksum !== checksum || own[index] !== known) throw new BackupError('otherHistory', file)
    return known
  })
}
